import { accountOfUnit } from '@juesuan/account';
import type { DocumentShape, Profile } from '../profile/schema';
import { printTables, selfOf } from '../tables/print-table';
import type { Block, Exhibit, Paragraph, Part, PublishedDocument, Section } from '../text/document';
import { fill } from '../text/wording';
import { itemReports, type NamedAccount } from '../variance/item-reports';
import { colophonOf, type Origin } from './colophon';
import { writeSections } from './write-sections';

/** The whole disclosure of an account: the budget's before anything was paid, else the final account's. */
export function publishedDocument(named: NamedAccount, profile: Profile, origin: Origin | null): PublishedDocument {
  const { account } = named;
  const shape = shapeOf(named, profile);
  const values = { unitName: account.unit.name, year: String(account.year), self: selfOf(account, profile) };
  const { items } = itemReports(account, profile, named);
  const parts = shape.parts.flatMap(({ heading, tables, units, sections }): Part[] => {
    const printed = tables ? printTables(named, profile) : [];
    const written = writeSections(sections, { ...named, items }, profile);
    const blocks = [
      ...printed.map((table): Block => ({ kind: 'publicTable', table })),
      ...written.map((each): Block => ({ kind: 'section', ...each })),
      ...(units ? unitTables(named, profile) : []),
    ];
    return units && blocks.length === 0 ? [] : [{ heading: fill(heading, values), blocks }];
  });
  return {
    title: fill(shape.title, values),
    unitName: account.unit.name,
    year: account.year,
    parts: withChartsNumbered(parts, profile),
    colophon: origin === null ? null : colophonOf(origin, account.asOf, profile),
  };
}

/** The tables of each unit of a department that has figures of its own. */
function unitTables({ account, nameOf }: NamedAccount, profile: Profile): Block[] {
  if (account.unit.type !== 'department') return [];
  const own = new Set(account.balances.map(({ unit }) => unit));
  return account.units
    .filter(({ code }) => code !== account.unit.code && own.has(code))
    .map((unit) => ({
      kind: 'unitTables',
      unitName: unit.name,
      tables: printTables({ account: accountOfUnit(account, unit), nameOf }, profile),
    }));
}

/** Every section of a document in order, as the account's JSON has them. */
export const sectionsIn = ({ parts }: PublishedDocument): Section[] =>
  parts.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'section' ? [block.section] : [])));

/** Every text of a document with the heading above it: the sections' paragraphs, and the cells of their small tables. */
export const textsIn = ({ parts }: PublishedDocument): { heading: string; paragraph: Paragraph }[] =>
  parts
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => {
      if (block.kind !== 'section') return [];
      const { heading, paragraphs } = block.section;
      const cells = block.exhibits.flatMap((each) => (each.kind === 'textTable' ? each.table.rows.flat() : []));
      return [...paragraphs, ...cells].map((paragraph) => ({ heading, paragraph }));
    });

const shapeOf = ({ account }: NamedAccount, { document }: Profile): DocumentShape =>
  account.isBudget ? document.budget : document.final;

/** Charts are numbered through the whole document: 图1, 图2 … */
function withChartsNumbered(parts: readonly Part[], { document }: Profile): Part[] {
  let number = 0;
  const numbered = (exhibit: Exhibit): Exhibit => {
    if (exhibit.kind !== 'chart') return exhibit;
    number += 1;
    const title = fill(document.figure, { number: String(number), title: exhibit.chart.title });
    return { ...exhibit, chart: { ...exhibit.chart, title } };
  };
  return parts.map(({ heading, blocks }) => ({
    heading,
    blocks: blocks.map((block) =>
      block.kind === 'section' ? { ...block, exhibits: block.exhibits.map(numbered) } : block,
    ),
  }));
}
