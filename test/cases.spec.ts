import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ImportYear, type Report, ReportAccount } from '@juesuan/application';
import { withApplication } from './support/application';

const CASES = join(__dirname, 'cases');

interface Published {
  readonly unit: string;
  readonly year: number;
  readonly profile: string;
  readonly tables: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly overall?: unknown;
  readonly items?: readonly PublishedItem[];
}

interface PublishedItem {
  readonly code: string;
  readonly drivers: readonly { readonly kind: string; readonly purpose: string | null; readonly fen: number }[];
}

const publishedOf = (name: string): Published => {
  const [file = ''] = readdirSync(join(CASES, name, 'expected'));
  return JSON.parse(readFileSync(join(CASES, name, 'expected', file), 'utf8')) as Published;
};

/** A report's tables as published files hold them: key → values, where an absent row counts as zero. */
const tablesOf = ({ json }: Report): Published['tables'] =>
  Object.fromEntries(
    Object.entries(json.tables).map(([id, { rows }]) => [
      id,
      Object.fromEntries(rows.map((row) => [row.key, row.values])),
    ]),
  );

/** All that a report says; how it looks up names is a function, which equals no other. */
const saidBy = ({ nameOf: _, ...said }: Report): unknown => said;

const isZero = (values: readonly string[]): boolean => values.every((value) => value === '0.00');

/** Both ways: every published figure is computed, and nothing is computed that was not published. */
function expectSameTables(computed: Published['tables'], published: Published['tables']): void {
  for (const [id, rows] of Object.entries(published)) {
    const ours = computed[id] ?? {};
    const shown = Object.keys({ ...rows, ...ours }).filter(
      (key) => !isZero(rows[key] ?? []) || !isZero(ours[key] ?? []),
    );
    const pick = (from: Readonly<Record<string, readonly string[]>>) =>
      Object.fromEntries(shown.sort().map((key) => [key, from[key]]));
    expect({ table: id, ...pick(ours) }).toEqual({ table: id, ...pick(rows) });
    for (const key of Object.keys(rows)) if (isZero(rows[key] ?? [])) expect(isZero(ours[key] ?? [])).toBe(true);
  }
}

const byContent = (drivers: PublishedItem['drivers']): PublishedItem['drivers'] =>
  [...drivers].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

const figuresOf = (items: readonly PublishedItem[], like: readonly PublishedItem[]): unknown =>
  items.map((item, index) => {
    const { drivers, ...rest } = like[index] ?? item;
    const keys = Object.keys(rest) as (keyof PublishedItem)[];
    const driverKeys = Object.keys(drivers[0] ?? {}) as (keyof (typeof drivers)[number])[];
    const picked = item.drivers.map((one) => Object.fromEntries(driverKeys.map((key) => [key, one[key]])));
    return { ...Object.fromEntries(keys.map((key) => [key, item[key]])), drivers: byContent(picked as never) };
  });

describe.each(readdirSync(CASES))('the published account %s', (name) => {
  const published = publishedOf(name);

  it('is computed from its import files to the printed cent, items and drivers included', async () => {
    await withApplication(async ({ execute, ask }) => {
      await execute(new ImportYear(join(CASES, name, 'input'), published.year, 'test'));
      const report = await ask(new ReportAccount({ unit: published.unit, year: published.year }, published.profile));
      expectSameTables(tablesOf(report), published.tables);
      expect(report.json).toMatchObject({ unit: published.unit, year: published.year, profile: published.profile });
      if (published.items) {
        expect(report.json.overall).toEqual(published.overall);
        expect(figuresOf(report.json.items, published.items)).toEqual(figuresOf(published.items, published.items));
      }
      expect(report.checks.filter(({ ok, severity }) => ok === false && severity === 'error')).toEqual([]);
    });
  });

  it('is not changed by importing the same files again', async () => {
    await withApplication(async ({ execute, ask }) => {
      const query = new ReportAccount({ unit: published.unit, year: published.year }, published.profile);
      const input = join(CASES, name, 'input');
      await execute(new ImportYear(input, published.year, 'test'));
      const first = await ask(query);
      const again = await execute(new ImportYear(input, published.year, 'another'));
      expect(again.recorded).toBe(0);
      expect(saidBy(await ask(query))).toEqual(saidBy(first));
    });
  });
});
