import type { Item } from '@juesuan/account';
import type { Profile } from '../profile/schema';
import type { NameOf } from '../tables/print-table';
import { type Figure, marked, readMarks } from '../text/document';
import { formatAmount } from '../text/format-amount';
import { addressOf, type ItemFigure } from '../text/sources';
import { fill } from '../text/wording';
import { causesOf, type KnownDriver } from './causes';
import { wordedReason } from './reason';
import { isEqualAsPrinted, isNearlyLevel, statedRate } from './tolerance';

/** An item with what its sentence is made from. */
export interface Explained {
  readonly item: Item;
  readonly drivers: readonly KnownDriver[];
  readonly reason: string | null;
}

/** The sentence of an item: heading, figures, direction and reason (DOMAIN.md §4); complete and true also where nothing explains it. */
export function itemSentence(
  explained: Explained,
  profile: Profile,
  nameOf: NameOf,
): { readonly text: string; readonly figures: readonly Figure[] } {
  const { item } = explained;
  return readMarks(`${heading(item, profile, nameOf)}${figures(item, profile)}${ending(explained, profile)}`);
}

function heading({ code }: Item, { variance }: Profile, nameOf: NameOf): string {
  const name = (length: number): string => nameOf('functional', code.slice(0, length)) ?? code.slice(0, length);
  return fill(variance.item.heading, { class: name(3), section: name(5), item: name(7) });
}

/** Where no rate may be stated, a wording that knows none is used. */
function figures({ code, original, actual }: Item, profile: Profile): string {
  const figure = (name: ItemFigure, text: string): string =>
    marked(text, addressOf({ of: 'item', item: code, figure: name }));
  const amounts = {
    original: figure('original', formatAmount(original, profile)),
    actual: figure('actual', formatAmount(actual, profile)),
  };
  const rate = statedRate(actual, original, profile);
  const { budgeted, unbudgeted } = profile.variance.item;
  return rate === null ? fill(unbudgeted, amounts) : fill(budgeted, { ...amounts, rate: figure('rate', rate) });
}

function ending({ item, drivers, reason }: Explained, profile: Profile): string {
  const recorded = wordedReason(reason ?? '', item, profile);
  const level = levelOf(item, recorded !== '', profile);
  const words = profile.variance.endings[level ?? directionWord(item)];
  const given = recorded !== '' || level !== null ? recorded : causesOf(item, drivers, profile);
  return given === '' ? words.bare : fill(words.because, { reason: given });
}

const directionWord = ({ original, actual }: Item): 'above' | 'below' => (actual > original ? 'above' : 'below');

/** How level a reader of the printed figures finds the item; what an officer gave a reason for is not passed over as nearly level. */
function levelOf(item: Item, hasReason: boolean, profile: Profile): 'level' | 'nearly' | null {
  if (item.actual === item.original) return 'level';
  if (isEqualAsPrinted(item)) return 'nearly';
  return !hasReason && isNearlyLevel(item, profile) ? 'nearly' : null;
}
