import { type Flow, linesOf, Pages } from './pages';
import { LINE, roomOf } from './typography';

const PER_PAGE = Math.floor(roomOf('text').height / LINE);

/** The pages on which things begin that follow each other. */
function pagesOf(...flows: Flow[]): number[] {
  const pages = new Pages('text', 1);
  return flows.map((flow, index) => pages.place(flow, flows.slice(index + 1)));
}
const heading: Flow = { height: LINE, keepNext: true };

describe('pages, as a word processor fills them', () => {
  it('turn where no line is left, dividing a paragraph', () => {
    expect(pagesOf({ lines: PER_PAGE }, { lines: 1 })).toEqual([1, 2]);
    expect(pagesOf({ lines: PER_PAGE - 3 }, { lines: 6 }, { lines: 1 })).toEqual([1, 1, 2]);
  });

  it('leave no single line of a paragraph behind, above or below', () => {
    expect(pagesOf({ lines: PER_PAGE - 1 }, { lines: 4 })).toEqual([1, 2]);
    // Of three lines one would go over: all three do.
    expect(pagesOf({ lines: PER_PAGE - 2 }, { lines: 3 })).toEqual([1, 2]);
    expect(pagesOf({ lines: PER_PAGE - 2 }, { lines: 4 })).toEqual([1, 1]);
  });

  it('keep headings with what they head', () => {
    expect(pagesOf({ lines: PER_PAGE - 2 }, heading, { lines: 5 })).toEqual([1, 2, 2]);
    expect(pagesOf({ lines: PER_PAGE - 3 }, heading, { lines: 5 })).toEqual([1, 1, 1]);
    expect(pagesOf({ lines: PER_PAGE - 3 }, heading, heading, { lines: 5 })).toEqual([1, 2, 2, 2]);
  });

  it('do not divide a picture', () => {
    expect(pagesOf({ lines: PER_PAGE - 5 }, { height: 6 * LINE }, { lines: 1 })).toEqual([1, 2, 2]);
  });

  it('hold 27 characters a line, two fewer in the first, figures half as wide', () => {
    expect(['字'.repeat(25), '字'.repeat(26), '1'.repeat(50), '1'.repeat(51)].map(linesOf)).toEqual([1, 2, 1, 2]);
  });
});
