import { faultless, notRun } from '@juesuan/account';
import { itemsByName, readItems } from '../read-items';
import { onFinalText, type TextCheck } from '../text-check';

/** An item’s class, section and item bear the names of table 05, each with its level. */
export const itemsNamed: TextCheck = {
  id: 'C12',
  scope: '说明五(三)',
  formula: '类/款/项名称=05名称且带（类）（款）（项）',
  tolerance: 'exact',
  severity: 'error',
  run: onFinalText((given) => {
    const items = readItems(given)?.items ?? [];
    if (items.length === 0) return notRun('文档中没有分项说明');
    const known = itemsByName(given);
    const faults = items.flatMap(({ names, text }) => {
      if (names === null) return [`“${text.slice(0, 20)}…”没有写明（类）（款）（项）`];
      return known.has(names) ? [] : [`“${names.replaceAll('-', '、')}”不是05表或年初预算中的科目`];
    });
    return faultless(faults, `${items.length} 个分项的类、款、项名称与05表一致`, '请按05表的科目名称改写');
  }),
};
