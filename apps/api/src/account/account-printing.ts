import { type Explanation, type Part, type Report, type SentenceFigure, type SignedEntry } from '@juesuan/application';
import { eventReference, MEASURE_WORDS } from '@juesuan/account';
import {
  type FactAsked,
  type Figure,
  formatCell,
  type HeaderCell,
  type Paragraph,
  type PrintedTable,
  type Profile,
  type Section,
  sourceAt,
} from '@juesuan/disclosure';
import { amountDto } from '../reading/printing';
import type {
  AccountDto,
  EntryDto,
  FigureDto,
  HeaderCellDto,
  ParagraphDto,
  PartDto,
  SectionDto,
  TableDto,
  WhyDto,
} from './account.dto';
import type { FactDto } from './fact.dto';
import { cellsBehind } from './cells-behind';

/** The account without its tables and checks, which have addresses of their own. */
export function accountDto({ json, unitName, isBudget, incompleteImports, nameOf }: Report): AccountDto {
  const { unit, year, profile, overall, items, notes } = json;
  return {
    unit,
    unitName,
    year,
    profile,
    isBudget,
    overall: { ...overall },
    items: items.map(({ drivers, figures, ...item }) => ({
      ...item,
      name: nameOf('functional', item.code) ?? item.code,
      drivers: drivers.map((driver) => ({ ...driver, events: driver.events.slice(0, EVENTS_NAMED) })),
      figures: figures.map(figureDto),
    })),
    notes: notes.map(sectionDto),
    incompleteImports: [...incompleteImports],
  };
}

/** A driver of a large unit may be made of tens of thousands of events: who wants them all reads final-account.json. */
const EVENTS_NAMED = 50;

const figureDto = (figure: Figure): FigureDto => ({ ...figure, cells: cellsBehind(figure.source) });

const sectionDto = ({ heading, paragraphs }: Section): SectionDto => ({
  heading,
  paragraphs: paragraphs.map(paragraphDto),
});

/** A recorded fact by its address; none for a figure that is computed. */
function factAt(address: string): FactDto[] {
  const fact = sourceAt(address);
  return fact?.of === 'prior' || fact?.of === 'disclosure' ? [factDto(fact)] : [];
}

/** Which form records the fact. */
export const factDto = (fact: FactAsked['fact']): FactDto => ({
  of: fact.of === 'prior' ? fact.document : 'disclosure',
  name: fact.name,
});

export const paragraphDto = ({ key, text, figures, gaps = [], stale }: Paragraph): ParagraphDto => ({
  key,
  text,
  figures: figures.map(figureDto),
  gaps: gaps.map(({ key = null, facts = [], ...gap }) => ({ ...gap, key, facts: facts.flatMap(factAt) })),
  stale: stale ?? null,
});

/** A table as the profile prints it; the page adds nothing but lines. */
export function tableDto(table: PrintedTable, profile: Profile): TableDto {
  const { id, title, printedNumber, columns, header, unitLine, rows, notes, emptySentence } = table;
  return {
    id,
    title,
    printedNumber,
    columns: [...columns],
    header: header.map(headerDto),
    unitLine: unitLine.unit,
    moneyLine: unitLine.money,
    rows: rows.map(({ key, label, level, values }) => ({
      key,
      label,
      level,
      values: [...values],
      printed: values.map((value) => formatCell(value, profile)),
    })),
    notes: [...notes],
    emptySentence,
  };
}

const headerDto = ({ label, children = [] }: HeaderCell): HeaderCellDto => ({
  label,
  children: children.map(headerDto),
});

const SHOWN_ENTRIES = 1000;

/** Why a figure is what it is; of very long parts the first entries and how many there are. */
export const whyDto = ({ title, amount, sentence, parts }: Explanation): WhyDto => ({
  title,
  amount: amountDto(amount),
  printed: null,
  event: null,
  from: [],
  sentence,
  parts: parts.map(partDto),
});

/** A figure that no entries sum to. */
export const sentenceFigureDto = ({ title, printed, event, from }: SentenceFigure): WhyDto => ({
  title,
  amount: null,
  printed,
  event,
  from: from.map((figure) => ({ ...figure })),
  sentence: null,
  parts: [],
});

const partDto = ({ kind, purpose, amount, entries }: Part): PartDto => ({
  kind,
  purpose,
  amount: amountDto(amount),
  total: entries.length,
  entries: entries.slice(0, SHOWN_ENTRIES).map(entryDto),
});

const entryDto = ({ entry, sign }: SignedEntry): EntryDto => ({
  event: eventReference(entry.unit, entry.year, entry.revision),
  unit: entry.unit,
  date: entry.date,
  title: MEASURE_WORDS[entry.measure],
  reference: entry.reference,
  item: entry.item,
  project: entry.project,
  economicItem: entry.economicItem,
  purpose: entry.purpose,
  amount: amountDto(sign * entry.amount),
});
