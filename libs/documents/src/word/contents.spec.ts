import { linesOfContents, type Placed } from './contents';
import { levelsOf } from './paragraphs';
import { contentsLine, roomOf } from './typography';

/** The title with its space, and the empty paragraphs in which Word’s field of contents begins and ends and the section ends. */
const TITLE_AND_ENDS = 28 + 12 + 3 * 28;
const entry = (title: string): Placed => ({
  page: 'text',
  children: [],
  flow: [],
  entry: { title, level: 2, bookmark: 'x' },
});

it.each([1, 20, 25, 32, 36])('the 目录 of %i lines stands on one page', (lines) => {
  const { line, size } = contentsLine(() => lines);
  expect(lines * line).toBeLessThanOrEqual(roomOf('text').height - TITLE_AND_ENDS);
  expect(size).toBe(lines > 25 ? 12 : 14);
});

it('one too long for a page that can be read is set loosely on several', () => {
  expect(contentsLine(() => 60)).toEqual({ line: 26, size: 14 });
});

it('a name that is longer than a line counts as two', () => {
  const runs = [[entry('一、主要职责'), entry(`第一部分\u3000${'某'.repeat(32)}概况`)]];
  expect(linesOfContents(runs, 14)).toBe(3);
});

it('lists sections that a province numbers （一）, but not those under a 一、 of the same part', () => {
  expect(levelsOf(['一、总体', '五、支出', '（三）具体', '六、基本'])).toEqual([2, 2, 3, 2]);
  expect(levelsOf(['', '（一）总体', '（二）收入']).slice(1)).toEqual([2, 2]);
});
