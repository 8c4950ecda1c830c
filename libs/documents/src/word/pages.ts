import { halfWidths } from '../published/grid';
import { BODY_SIZE, LINE, type PageKind, roomOf } from './typography';

/** What takes room on a page: lines of a paragraph, or something of a height in points that is not divided. */
export type Flow = ({ readonly lines: number } | { readonly height: number }) & {
  /** It stands on the page of what follows it. */
  readonly keepNext?: boolean;
};

/** The lines of a paragraph of body type, its first one indented by two characters. */
export const linesOf = (text: string): number =>
  Math.max(1, Math.ceil((halfWidths(text) / 2 + 2) / Math.floor(roomOf('text').width / BODY_SIZE)));

/** A paragraph is not divided so that a single line stands alone, above or below. */
const FEWEST = 2;

/**
 * Pages as a word processor fills them, so that the 目录 can say where a heading falls: type, lines and rows have fixed heights.
 * Readers that know their own fonts may still break a line elsewhere; Word and WPS count their own pages.
 */
export class Pages {
  private used = 0;
  private readonly room: number;

  constructor(
    kind: PageKind,
    public page: number,
  ) {
    this.room = roomOf(kind).height;
  }

  /** Places one thing, knowing what follows it, and answers the page on which it begins. */
  place(flow: Flow, next: readonly Flow[]): number {
    const needed = firstPartOf(flow) + (flow.keepNext ? keptWith(next) : 0);
    if (this.used > 0 && this.used + needed > this.room) this.turn();
    const first = this.page;
    if ('lines' in flow) this.write(flow.lines);
    else this.used += flow.height;
    return first;
  }

  private write(lines: number): void {
    let left = lines;
    while (this.used + left * LINE > this.room) {
      const fit = Math.floor((this.room - this.used) / LINE);
      left -= Math.min(fit, left - FEWEST);
      this.turn();
    }
    this.used += left * LINE;
  }

  private turn(): void {
    this.page += 1;
    this.used = 0;
  }
}

/** What must stand on the page before it can be turned. */
function firstPartOf(flow: Flow): number {
  if (!('lines' in flow)) return flow.height;
  return LINE * (flow.lines <= FEWEST + 1 ? flow.lines : FEWEST);
}

function keptWith([first, ...rest]: readonly Flow[]): number {
  if (first === undefined) return 0;
  return firstPartOf(first) + (first.keepNext ? keptWith(rest) : 0);
}
