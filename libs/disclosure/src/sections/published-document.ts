import type { DocumentShape, Profile } from '../profile/schema';
import { printTables, selfOf } from '../tables/print-table';
import type { Block, Part, PublishedDocument, Section } from '../text/document';
import { fill } from '../text/wording';
import { itemReports, type NamedAccount } from '../variance/item-reports';
import { colophonOf, type Origin } from './colophon';
import { writeSections, type WrittenSection } from './write-sections';

/** The whole disclosure of an account: the budget's before anything was paid, else the final account's. */
export function publishedDocument(named: NamedAccount, profile: Profile, origin: Origin | null): PublishedDocument {
  const { account } = named;
  const shape = shapeOf(named, profile);
  const values = { unitName: account.unit.name, year: String(account.year), self: selfOf(account, profile) };
  const { items } = itemReports(account, profile, named);
  const parts = shape.parts.map(({ heading, tables, sections }): Part => {
    const printed = tables ? printTables(named, profile) : [];
    const written = writeSections(sections, { ...named, items }, profile);
    const blocks = [...printed.map((table): Block => ({ kind: 'publicTable', table })), ...written.flatMap(blocksOf)];
    return { heading: fill(heading, values), blocks };
  });
  return {
    title: fill(shape.title, values),
    unitName: account.unit.name,
    year: account.year,
    parts,
    colophon: origin === null ? [] : colophonOf(origin, account.asOf, profile),
  };
}

/** Every section of a document in order, as the account's JSON has them. */
export const sectionsIn = ({ parts }: PublishedDocument): Section[] =>
  parts.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'section' ? [block.section] : [])));

const shapeOf = ({ account }: NamedAccount, { document }: Profile): DocumentShape =>
  account.isBudget ? document.budget : document.final;

const blocksOf = ({ section, tables }: WrittenSection): Block[] => [
  { kind: 'section', section },
  ...tables.map((table): Block => ({ kind: 'textTable', table })),
];
