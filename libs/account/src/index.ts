export * from './account';
export * from './changes';
export { type EliminatedTransfer, transfersIn } from './consolidation';
export * from './entry';
export * from './facts';
export { type Freeze, freezesOf } from './freezes';
export * from './items';
export * from './journal';
export { type LineStep, lineTimeline } from './line-timeline';
export { type LineAccount, lineAccounts, type LineParts, linePartsOf } from './lines';
export { isCarriedOver, isOriginal, isSpending, partOf } from './measures';
export {
  cell,
  compute,
  contributions,
  type Placement,
  printed,
  type Row,
  type Statement,
  type Table,
} from './statement';
export { BUDGET_TABLES, FINAL_TABLES, STATEMENTS, withoutEconomicItem } from './tables';
export { NAMED_ROWS, placeAt } from './tables/rows';
export * from './checks';
