/** What a cell is for; how that looks is the affair of the format that is written. */
export type CellRole = 'title' | 'number' | 'unitLine' | 'header' | 'code' | 'label' | 'figure' | 'note';

/** A cell of a printed page; rows and columns are 0-based, spans at least 1. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
  readonly role: CellRole;
  /** The figure in 万元 with two decimals, before zero and grouping are applied, for formats that keep numbers as numbers. */
  readonly wan?: string;
  /** Which cell of the table the figure is, so that a page can say where it comes from. */
  readonly of?: CellAddress;
  readonly bold?: boolean;
  readonly indent?: number;
  readonly alignRight?: boolean;
}

/** A table's cell: the key of its row and the number of its column. */
export interface CellAddress {
  readonly row: string;
  readonly column: number;
}

/** A table laid out as it is published: merged cells, column widths in characters, header rows that repeat on every page. */
export interface Grid {
  /** The table's printed number: names a sheet. */
  readonly name: string;
  readonly widths: readonly number[];
  readonly cells: readonly GridCell[];
  readonly rows: number;
  readonly headerRows: readonly [first: number, last: number];
  readonly landscape: boolean;
  /** Forms of fixed rows stand on one page; lists run on, their header rows repeated. */
  readonly onePage: boolean;
}

/** The body of a table: its cells from row 0 on, header included. */
export interface Body {
  readonly widths: readonly number[];
  readonly cells: readonly GridCell[];
  readonly headerRows: number;
  readonly rows: number;
}

/** A figure as the profile prints it: blank zero, grouped thousands. */
export type Print = (value: string) => string;

/** A node of a merged column header. */
export interface HeaderCell {
  readonly label: string;
  readonly children?: readonly HeaderCell[];
}

/** Width of a text in half characters, the width of a figure: a Chinese character takes two. */
export const halfWidths = (text: string): number => [...text].reduce((sum, each) => sum + (each < '\u0100' ? 1 : 2), 0);

export const depthOf = (headers: readonly HeaderCell[]): number =>
  headers.reduce((deepest, { children }) => Math.max(deepest, 1 + (children ? depthOf(children) : 0)), 0);

export const leavesOf = ({ children }: HeaderCell): number =>
  children ? children.reduce((sum, child) => sum + leavesOf(child), 0) : 1;

/** Lays a header tree out over `depth` rows: leaves reach down to the last one, groups span their leaves. */
export function headerCells(headers: readonly HeaderCell[], row: number, column: number, depth: number): GridCell[] {
  const cells: GridCell[] = [];
  let at = column;
  for (const header of headers) {
    const columnSpan = leavesOf(header);
    const rowSpan = header.children ? 1 : depth;
    cells.push({ row, column: at, rowSpan, columnSpan, text: header.label, role: 'header' });
    if (header.children) cells.push(...headerCells(header.children, row + 1, at, depth - 1));
    at += columnSpan;
  }
  return cells;
}

/** The width of a column that its longest name just fits, within limits: a name in two lines would make its row higher than others. */
export function labelWidth(
  cells: readonly GridCell[],
  column: number,
  [least, most]: readonly [number, number],
): number {
  const names = cells.filter((cell) => cell.column === column && cell.columnSpan === 1 && cell.role === 'label');
  const longest = Math.max(0, ...names.map(({ text, indent = 0 }) => halfWidths(text) + 2 * indent + 1));
  return Math.min(most, Math.max(least, longest));
}

/** The width in which every figure fits on one line, within limits. */
export function figureWidth(cells: readonly GridCell[], [least, most]: readonly [number, number]): number {
  const longest = Math.max(0, ...cells.map(({ role, text }) => (role === 'figure' ? halfWidths(text) + 2 : 0)));
  return Math.min(most, Math.max(least, longest));
}

/** A cell of one row and column. */
export const single = (
  row: number,
  column: number,
  text: string,
  role: CellRole,
  rest: Partial<GridCell> = {},
): GridCell => ({
  row,
  column,
  rowSpan: 1,
  columnSpan: 1,
  text,
  role,
  ...rest,
});
