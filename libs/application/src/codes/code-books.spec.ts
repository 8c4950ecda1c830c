import type { BookName, CodeEntry } from '@juesuan/classification';
import type { EventStore } from '@juesuan/event-store';
import { RuleViolation } from '@juesuan/kernel';
import type { ReadStore } from '@juesuan/read-store';
import { CodeBooks } from './code-books';
import type { Freshness } from '../reading/freshness';

const codeOf = (code: string): CodeEntry => ({ code, name: '测试支出', from: null, to: null });

/** Imported codes as the log and the projected tables hold them; `reach` and `read` are what may go wrong or take its time. */
function imported(reach: () => Promise<void>, read: (codes: readonly CodeEntry[]) => Promise<readonly CodeEntry[]>) {
  const codes: CodeEntry[] = [];
  const events = {
    async *readStream(stream: string, from = 0) {
      const known = stream.includes('functional') ? codes.slice(from) : [];
      if (known.length > 0) yield await Promise.resolve(known.map((_, index) => ({ position: `${from + index}` })));
    },
  } as unknown as EventStore;
  const readStore = {
    codes: (book: BookName) => (book === 'functional' ? read([...codes]) : Promise.resolve([])),
  } as unknown as ReadStore;
  const books = new CodeBooks(events, readStore, { reach } as unknown as Freshness);
  const knows = (code: string, loaded: Awaited<ReturnType<CodeBooks['load']>>): boolean =>
    loaded.functional.entries().some((entry) => entry.code === code);
  return { codes, books, knows };
}

it('codes that were imported while the projectors lagged behind are known as soon as they do not', async () => {
  let late = false;
  const reach = () => (late ? Promise.reject(new RuleViolation('not-yet-projected', '请稍候')) : Promise.resolve());
  const { codes, books, knows } = imported(reach, (all) => Promise.resolve(all));
  expect(knows('2089977', await books.load())).toBe(false);
  codes.push(codeOf('2089977'));
  late = true;
  await expect(books.reload()).rejects.toMatchObject({ code: 'not-yet-projected' });
  late = false;
  expect(knows('2089977', await books.reload())).toBe(true);
});

it('of two reloads at once the later one’s codes stay', async () => {
  let first: (() => void) | null = null;
  const slowly = async (all: readonly CodeEntry[]) => {
    if (all.length === 1) await new Promise<void>((resolve) => (first = resolve));
    return all;
  };
  const { codes, books, knows } = imported(() => Promise.resolve(), slowly);
  await books.load();
  codes.push(codeOf('2089977'));
  const earlier = books.reload();
  while (first === null) await new Promise(setImmediate);
  codes.push(codeOf('2089978'));
  const later = books.reload();
  await new Promise(setImmediate);
  (first as () => void)();
  await Promise.all([earlier, later]);
  expect(knows('2089978', await books.load())).toBe(true);
});

it('the items that funds of their own are usually spent on are shipped, for the years whose forms are', async () => {
  const { books } = imported(
    () => Promise.resolve(),
    (all) => Promise.resolve(all),
  );
  const { functional } = await books.load();
  for (const [code, name] of [
    ['2120899', '其他国有土地使用权出让收入安排的支出'],
    ['2121499', '其他污水处理费安排的支出'],
    ['2230199', '其他解决历史遗留问题及改革成本支出'],
    ['2290401', '其他政府性基金安排的支出'],
    ['2296006', '用于残疾人事业的彩票公益金支出'],
  ] as const)
    for (const year of [2022, 2023, 2024]) {
      expect(functional.nameIn(code, year)).toBe(name);
      expect(() => functional.assertLeafIn(code, year)).not.toThrow();
    }
});
