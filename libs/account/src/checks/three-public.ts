import type { Paper } from './paper';
import { plus, type Side } from './side';

/** Column of table 09 → the economic items of table 06 that basic expenditure books it on (DOMAIN.md §1, threePublic). */
const BOOKED_ON = [
  { column: 1, economicItems: ['30212'] },
  { column: 3, economicItems: ['31013', '30913'] },
  { column: 4, economicItems: ['30231'] },
  { column: 5, economicItems: ['30217'] },
];

/** Each 三公 kind as table 09 prints it, with what table 06 prints for its economic items. */
export const threePublicPairs = (paper: Paper): [actual: Side, basic: Side][] =>
  BOOKED_ON.map(({ column, economicItems }) => [
    paper.cell('09', 'actual', column),
    plus(economicItems.map((code) => paper.cell('06', code))),
  ]);
