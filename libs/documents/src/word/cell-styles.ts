import { AlignmentType, type IParagraphStyleOptions, LineRuleType } from 'docx';
import { POINT, type } from './typography';

/** How the text of a cell is set: its type in points, the height of its lines, where it stands. */
export interface CellType {
  readonly size: number;
  readonly line: number;
  readonly bold: boolean;
  readonly at: 'left' | 'center' | 'right';
}

/** Paragraph styles of the tables' cells: said once in the document instead of in each of a thousand cells. */
export class CellStyles {
  private readonly styles = new Map<string, IParagraphStyleOptions>();

  /** The id of the style that sets text so. */
  idOf(cell: CellType): string {
    const { size, line, bold, at } = cell;
    const id = `Cell-${at}-${size * 2}-${Math.floor(line * POINT)}${bold ? '-b' : ''}`;
    if (!this.styles.has(id)) this.styles.set(id, { id, ...styleOf(cell) });
    return id;
  }

  get all(): IParagraphStyleOptions[] {
    return [...this.styles.values()];
  }
}

const ALIGNMENTS = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT };

const styleOf = ({ size, line, bold, at }: CellType) => ({
  name: `表格 ${size} 磅 ${ALIGNMENTS[at]} ${line}${bold ? ' 加粗' : ''}`,
  basedOn: 'Normal',
  run: type('table', size, bold),
  paragraph: {
    alignment: ALIGNMENTS[at],
    indent: { left: 0, firstLine: 0 },
    spacing: { line: Math.floor(line * POINT), lineRule: LineRuleType.EXACT },
  },
});
