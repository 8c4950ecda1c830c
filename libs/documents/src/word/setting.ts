import type { Grid } from '../published/grid';
import { type PageKind, roomOf } from './typography';

/** How a grid is set: its page, its type and the height of its rows in points, and how many pages it takes. */
export interface Setting {
  readonly page: PageKind;
  readonly size: number;
  readonly row: number;
  readonly pages: number;
  /** What the table takes with its title, at most. */
  readonly height: number;
}

const LARGEST = 10;
/** A form has to go on one page at any price; a list goes on to another page before its type gets smaller than this. */
const SMALLEST = 6;
const READABLE = 8.5;
const STEP = 0.5;
/** Half a type size is the width of a figure; a little room stays beside it. */
const CHARACTER = 0.54;
/** Heights of a row in sizes of its type. */
const ROW = 1.7;
export const TIGHT_ROW = 1.25;
/** Title above the table, and room for header cells, notes and names that take a second line. */
const BESIDE_ROWS = 96;

/** The setting in which a grid is read best: every column inside the margins, a form on one page, a list on as few as can be read. */
export function settingOf(grid: Grid): Setting {
  const pages: PageKind[] = grid.landscape ? ['landscapeTable', 'portraitTable'] : ['portraitTable', 'landscapeTable'];
  const [preferred, other] = pages.map((page) => (grid.onePage ? formOn(page, grid) : listOn(page, grid)));
  if (!preferred || !other) throw new RangeError('a grid has two pages to choose from');
  return (grid.onePage ? isNeeded(other, preferred) : isShorter(other, preferred)) ? other : preferred;
}

/** A form that can be read as it lies best is not turned for larger type. */
const isNeeded = (other: Setting, preferred: Setting): boolean =>
  (preferred.size < READABLE || preferred.pages > 1) && isLarger(other, preferred);

const isLarger = (one: Setting, other: Setting): boolean =>
  one.pages < other.pages || (one.pages === other.pages && one.size > other.size);
const isShorter = (one: Setting, other: Setting): boolean => one.size >= READABLE && one.pages < other.pages;

function formOn(page: PageKind, grid: Grid): Setting {
  const height = (roomOf(page).height - BESIDE_ROWS) / grid.rows;
  const size = stepped(Math.min(widest(page, grid), height / TIGHT_ROW));
  const row = Math.min(size * ROW, Math.max(height, size * TIGHT_ROW));
  return { page, size, row, pages: row > height ? 2 : 1, height: heightOf(grid, row) };
}

/** Of all that take the fewest pages the largest type, and then the highest rows. */
function listOn(page: PageKind, grid: Grid): Setting {
  const largest = stepped(widest(page, grid));
  const sizes = down(largest, Math.min(largest, READABLE), STEP);
  const at = (size: number, row: number): Setting => ({
    page,
    size,
    row,
    pages: pagesOf(page, grid, row),
    height: heightOf(grid, row),
  });
  const fewest = Math.min(...sizes.map((size) => at(size, size * TIGHT_ROW).pages));
  const settings = sizes.flatMap((size) => down(ROW, TIGHT_ROW, 0.05).map((row) => at(size, size * row)));
  const found = settings.find(({ pages }) => pages === fewest);
  if (!found) throw new RangeError('one of the settings takes the fewest pages');
  return found;
}

/** The title stands above the table, not in one of its rows. */
const heightOf = ({ rows }: Grid, row: number): number => BESIDE_ROWS + (rows - 1) * row;

/** The first page has the title; every page has the header. */
function pagesOf(page: PageKind, { rows, headerRows: [, lastHeader] }: Grid, row: number): number {
  const { height } = roomOf(page);
  const fitting = (room: number): number => Math.max(1, Math.floor(room / row) - lastHeader);
  const rest = rows - 1 - lastHeader - fitting(height - BESIDE_ROWS);
  return 1 + Math.ceil(Math.max(0, rest) / fitting(height));
}

const widest = (page: PageKind, { widths }: Grid): number =>
  roomOf(page).width / (widths.reduce((sum, width) => sum + width, 0) * CHARACTER);

const stepped = (size: number): number => Math.max(SMALLEST, Math.floor(Math.min(LARGEST, size) / STEP) * STEP);

const down = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.floor((from - to) / step + 1e-9) + 1 }, (_, index) => from - index * step);
