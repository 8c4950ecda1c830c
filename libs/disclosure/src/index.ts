export * from './account-json';
export { runTextChecks, TEXT_CHECKS } from './checks';
export { printedIn } from './checks/printed-in';
export type { TextEvidence } from './checks/text-check';
export { parseProfile, parseProfiles, type ProfileFile } from './profile/parse-profiles';
export type { Form, HeaderCell, Profile } from './profile/schema';
export type { Origin, UnitOrigin } from './sections/colophon';
export { askedBy, type FactAsked, factsAsked, type RecordedFact } from './sections/facts-asked';
export { publishedDocument, sectionsIn, textsIn } from './sections/published-document';
export { formatCell } from './tables/format-cell';
export { type NameOf, printTable, printTables, selfOf } from './tables/print-table';
export type { PrintedRow, PrintedTable } from './tables/printed-table';
export type * from './text/document';
export { type Difference, differencesBetween } from './text/compare-documents';
export { changedParagraphs, type ParagraphChange } from './text/changes';
export { inOrder, isHeadedByPart } from './text/document';
export { formatAmount } from './text/format-amount';
export { strangePlaceholders } from './text/placeholders';
export { figureValue } from './text/quantity';
export { type ReadDocument, readingOf } from './text/read-document';
export { addressOf, type Derivation, type ItemFigure, type Source, sourceAt } from './text/sources';
export {
  type DriverReport,
  type ItemReport,
  itemReports,
  type NamedAccount,
  type Names,
  type Overall,
} from './variance/item-reports';
export { KIND_CODES, varianceKindOf } from './variance/variance-kind';
export { varianceSection } from './variance/variance-section';
