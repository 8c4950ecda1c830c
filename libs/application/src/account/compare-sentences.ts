import { type AccountChanges, type FactChange, isOriginal, isSpending, type Moved, namesOf } from '@juesuan/account';
import { type ParagraphChange, type Source, sourceAt } from '@juesuan/disclosure';

/** A paragraph that changed, with the events that changed it. */
export type SentenceChange = ParagraphChange & { readonly events: readonly string[] };

/**
 * Finds the events behind a change of text: those of the figures that it states or stated, and those that recorded the words. None
 * where only the passing of time changed it.
 */
export function eventsOfText(changes: AccountChanges, moved: readonly Moved[]): (change: ParagraphChange) => string[] {
  return ({ key, before, after }) => {
    const figures = [before, after].flatMap((paragraph) => paragraph?.figures ?? []);
    const sources = [...new Set(figures.map(({ source }) => source))].flatMap((address) => sourceAt(address) ?? []);
    const texts = [before, after].map((paragraph) => paragraph?.text ?? '');
    const said = changes.facts.filter(
      ({ kind, name, before: was, after: is }) =>
        (kind === 'reason' && key === `variance/${name}`) ||
        (kind === 'explanation' && (key === name || [was, is].some((fact) => stands(fact?.value, texts)))),
    );
    const found = [
      ...sources.flatMap((source) => eventsOf(source, changes, moved)),
      ...said.flatMap((fact) => fact.events),
    ];
    return [...new Set(found)];
  };
}

const PLACEHOLDER = /\{[^}]*\}/;

/** Whether recorded words stand in a text: the longest piece of them between two figures does. */
function stands(words: unknown, texts: readonly string[]): boolean {
  if (typeof words !== 'string') return false;
  const [longest = ''] = words.split(PLACEHOLDER).sort((a, b) => b.length - a.length);
  const piece = longest.trim().replace(/[。；]$/, '');
  return piece !== '' && texts.some((text) => text.includes(piece));
}

function eventsOf(source: Source, changes: AccountChanges, moved: readonly Moved[]): readonly string[] {
  const { cells, items, facts } = changes;
  const behind = (wanted: (entry: Moved['entry']) => boolean): string[] =>
    namesOf(moved.map(({ entry }) => entry).filter(wanted));
  switch (source.of) {
    case 'cell':
      return cells
        .filter(({ table, row, column }) => table === source.table && row === source.row && column === source.column)
        .flatMap(({ events }) => events);
    case 'item':
    case 'driver':
      return items
        .filter(({ code }) => code === source.item)
        .flatMap(({ original, actual, drivers }) => [original, actual, ...drivers].flatMap(({ events }) => events));
    case 'overall':
      return items.flatMap(({ original, actual }) => [...original.events, ...actual.events]);
    case 'prior':
    case 'disclosure':
    case 'list':
      return facts.filter((fact) => states(source, fact)).flatMap(({ events }) => events);
    case 'paid':
      return behind(({ economicItem }) => economicItem === source.economicItem);
    case 'agency': {
      const counts = source.figure === 'actual' ? isSpending : isOriginal;
      return behind((entry) => entry.fundSource === 'generalPublic' && entry.kind === 'basic' && counts(entry));
    }
    case 'derived':
      return source.from.flatMap((each) => eventsOf(each, changes, moved));
  }
}

type Recorded = Extract<Source, { of: 'prior' | 'disclosure' | 'list' }>;

/** Names of counts may carry what they count in: 公务接待（批次） is meant by 公务接待 in a list. */
const states = (source: Recorded, { kind, name }: FactChange): boolean =>
  source.of === 'prior'
    ? kind === PRIOR[source.document] && name === source.name
    : kind === 'disclosure' && name.includes(source.name);

const PRIOR = { account: 'priorAccount', budget: 'priorBudget' } as const;
