import type { Item } from '@juesuan/account';
import type { Profile } from '../../profile/schema';
import { isEqualAsPrinted, isNearlyLevel } from '../../variance/tolerance';
import { pairedItems } from '../read-items';
import { answerTo, wordSaid } from '../statement';
import { onFinalText, type TextCheck } from '../text-check';

const wordFor = ({ actual, original }: Item): string =>
  actual > original ? '大于' : actual < original ? '小于' : '持平';

function isTrue(word: string, item: Item, profile: Profile): boolean {
  if (word === '基本持平') return isNearlyLevel(item, profile);
  return word === '持平' ? isEqualAsPrinted(item) : word === wordFor(item);
}

/** An item is said to be above, below or level as it is; nearly level only within the profile’s tolerance. */
export const itemsDirection: TextCheck = {
  id: 'C14',
  scope: '说明五(三)',
  formula: '大于/小于/持平与数值方向一致；基本持平≤θ',
  tolerance: 'exact',
  severity: 'error',
  run: onFinalText((given) => {
    const statements = pairedItems(given).flatMap(({ read, item, name }) =>
      read.direction === null
        ? []
        : [
            wordSaid(
              `${name}决算数与年初预算数相比`,
              read.direction,
              wordFor(item),
              isTrue(read.direction, item, given.profile),
            ),
          ],
    );
    return answerTo(statements, '请按数值改写大于、小于或持平', '分项说明没有写出大于、小于或持平');
  }),
};
