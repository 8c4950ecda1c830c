import type { PageCell, PrintedPage } from '../account';
import { addressIn, type Pointing } from '../pointing';
import './document.css';

interface Props {
  readonly page: PrintedPage;
  readonly marked: ReadonlySet<string>;
  readonly point: Pointing['point'];
}

/** A table on its sheet of paper, as it will be printed; every figure opens what is behind it. */
export function Sheet({ page, marked, point }: Props) {
  const { table, title, printedNumber, widths, landscape } = page;
  const whole = widths.reduce((sum, width) => sum + width, 0);
  return (
    <div className={landscape ? 'sheet sheet-landscape' : 'sheet'}>
      <table aria-label={`${printedNumber} ${title}`} style={{ minWidth: `${whole * 0.43}em` }}>
        <colgroup>
          {widths.map((width, column) => (
            <col key={column} style={{ width: `${(100 * width) / whole}%` }} />
          ))}
        </colgroup>
        <thead>{rowsOf(page, 0, page.headerEnd).map(written)}</thead>
        <tbody>{rowsOf(page, page.headerEnd + 1, page.rows - 1).map(written)}</tbody>
      </table>
    </div>
  );

  function written(cells: readonly PageCell[], index: number) {
    return (
      <tr key={index}>
        {cells.map((cell) => (
          <Cell key={cell.column} cell={cell} address={addressIn(table, cell)} marked={marked} point={point} />
        ))}
      </tr>
    );
  }
}

/** The cells that begin in each of the rows. */
function rowsOf({ cells }: PrintedPage, from: number, to: number): PageCell[][] {
  const rows = Array.from({ length: Math.max(0, to - from + 1) }, (): PageCell[] => []);
  for (const cell of cells) rows[cell.row - from]?.push(cell);
  return rows.map((row) => row.toSorted((a, b) => a.column - b.column));
}

interface CellProps {
  readonly cell: PageCell;
  readonly address: string | null;
  readonly marked: ReadonlySet<string>;
  readonly point: Pointing['point'];
}

function Cell({ cell, address, marked, point }: CellProps) {
  const { role, text, rowSpan, columnSpan: colSpan, bold, indent, alignRight } = cell;
  const isMarked = address !== null && marked.has(address);
  const className = [role, bold && 'bold', alignRight && 'right', isMarked && 'marked'].filter(Boolean).join(' ');
  const style = indent > 0 ? { paddingInlineStart: `${0.5 + indent}em` } : undefined;
  if (role === 'header' && text !== '') return <th {...{ rowSpan, colSpan, className, style }}>{text}</th>;
  return (
    <td {...{ rowSpan, colSpan, className, style }} data-cell={address ?? undefined}>
      {address !== null && text !== '' ? (
        <button type="button" className="figure-link" onClick={() => point(address)}>
          {text}
        </button>
      ) : (
        text
      )}
    </td>
  );
}
