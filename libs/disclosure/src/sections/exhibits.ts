import type { Account } from '@juesuan/account';
import type { Fen } from '@juesuan/kernel';
import type { ChartWords, Profile, SectionWords } from '../profile/schema';
import { type ChartPoint, type Exhibit, type Figure, readMarks, type Paragraph } from '../text/document';
import { amountAt, figureValue } from '../text/quantity';
import { addressOf, sourceAt } from '../text/sources';
import type { Render } from './engine';
import type { SectionFacts } from './facts';

/** What exhibits are made from: a section's words, its printed paragraphs, and the account. */
export interface Exhibited {
  readonly id: string;
  readonly words: SectionWords;
  readonly paragraphs: readonly Paragraph[];
  readonly render: Render;
  readonly values: SectionFacts;
  readonly account: Account;
  readonly profile: Profile;
}

/** A section's small tables and charts that have something to show, each with the paragraph that it follows. */
export const exhibitsOf = (given: Exhibited): Exhibit[] => [...tablesOf(given), ...chartsOf(given)];

function tablesOf({ id, words, paragraphs, render, values }: Exhibited): Exhibit[] {
  return Object.entries(words.tables).flatMap(([name, { title, after, header, rowsOf, cells }]): Exhibit[] => {
    const rows = listOf(values, rowsOf).map((row, index) =>
      cells.map((cell, column) => ({
        key: `${id}/${name}/${index + 1}/${column + 1}`,
        ...readMarks(render(cell, { ...values, row })),
      })),
    );
    if (rows.length === 0) return [];
    const table = { key: `${id}/${name}`, title: render(title, values), header, rows };
    return [{ kind: 'textTable', after: lastOf(id, after, paragraphs), table }];
  });
}

function chartsOf({ id, words, paragraphs, render, values, account, profile }: Exhibited): Exhibit[] {
  return Object.entries(words.charts).flatMap(([name, chart]): Exhibit[] => {
    const points = pointsOf(chart, render, values).flatMap(({ name: label, at }) => {
      const point = pointAt(account, profile, at, chart.whole);
      return point === null ? [] : [{ name: label, ...point }];
    });
    const shown = chart.form === 'pie' ? points.filter(({ fen }) => fen !== 0) : points;
    if (!isDrawable(chart, shown, points.length)) return [];
    // A slice cannot be less than nothing.
    const form = shown.some(({ fen }) => fen < 0) ? 'bar' : chart.form;
    const drawn = { key: `${id}/${name}`, title: render(chart.title, values), form, points: shown };
    return [{ kind: 'chart', after: lastOf(id, chart.after, paragraphs), chart: drawn }];
  });
}

/** A comparison needs all that it compares, a structure at least one part. */
const isDrawable = ({ form, points }: ChartWords, shown: readonly { fen: Fen }[], known: number): boolean =>
  form === 'pie'
    ? shown.length > 0
    : known === (Array.isArray(points) ? points.length : known) && shown.some(({ fen }) => fen !== 0);

function pointsOf({ points }: ChartWords, render: Render, values: SectionFacts): { name: string; at: string }[] {
  if (typeof points !== 'string') return points.map(({ name, at }) => ({ name: render(name, values), at }));
  return listOf(values, points).map((each) => each as { name: string; at: string });
}

function pointAt(account: Account, profile: Profile, at: string, whole?: string): Omit<ChartPoint, 'name'> | null {
  const fen = amountAt(account, at);
  const figure = figureOf(account, profile, at);
  if (fen === null || figure === null) return null;
  const [part, all] = [sourceAt(at), sourceAt(whole ?? '')];
  const share =
    part && all ? figureOf(account, profile, addressOf({ of: 'derived', by: 'share', from: [part, all] })) : null;
  return { fen, figure, share };
}

function figureOf(account: Account, profile: Profile, source: string): Figure | null {
  const at = sourceAt(source);
  const text = at && figureValue(account, at, profile);
  return text === null ? null : { text, source, start: 0 };
}

function listOf(values: SectionFacts, name: string): readonly unknown[] {
  const list = values[name];
  if (!Array.isArray(list)) throw new RangeError(`no list ${name}`);
  return list;
}

/** The last printed paragraph of a template; one without a place stands at the section's end. */
const lastOf = (id: string, template: string | undefined, paragraphs: readonly Paragraph[]): string =>
  paragraphs.findLast(({ key }) => key === `${id}/${template}` || key.startsWith(`${id}/${template}/`))?.key ?? '';
