import type { Block, PrintedTable, Profile } from '@juesuan/disclosure';
import { AlignmentType, type FileChild, Paragraph, TextRun } from 'docx';
import { layOut } from '../published/layout';
import type { CellStyles } from './cell-styles';
import type { Placed } from './contents';
import { tableOf } from './grid-table';
import { bookmarked, space } from './paragraphs';
import { type Setting, settingOf } from './setting';
import { LINE, POINT, roomOf, type } from './typography';

/** What public tables are set with; `unitName` is whose they are. */
export interface TableSetting {
  readonly profile: Profile;
  readonly unitName: string;
  readonly cells: CellStyles;
}

/** A public table on pages of its own, listed in the 目录. */
export function publicTable(table: PrintedTable, bookmark: string, setting: TableSetting): Placed {
  const entry = { title: `${table.printedNumber} ${table.title}`, level: 2, bookmark } as const;
  return { ...onPages(table, titleOf(table.title, 2, bookmark), setting), entry };
}

/** A unit's name on a page of its own, which the 目录 lists, and its tables behind it. */
export function unitTables(
  { unitName, tables }: Extract<Block, { kind: 'unitTables' }>,
  bookmark: string,
  setting: TableSetting,
): Placed[] {
  const name: Placed = {
    page: 'text',
    opens: true,
    entry: { title: unitName, level: 2, bookmark },
    children: [titleOf(unitName, 2, bookmark, { before: (roomOf('text').height / 3) * POINT })],
    flow: [{ height: LINE }],
  };
  const own = { ...setting, unitName };
  return [
    name,
    ...tables.map((table, index) => onPages(table, titleOf(table.title, 3, `${bookmark}_${index + 1}`), own)),
  ];
}

function onPages(table: PrintedTable, title: FileChild, { profile, unitName, cells }: TableSetting): Placed {
  const grid = layOut(table, profile, unitName);
  const setting = settingOf(grid);
  return {
    page: setting.page,
    opens: true,
    children: [title, tableOf(grid, setting, cells)],
    flow: isShort(setting)
      ? [{ height: setting.height + LINE }]
      : Array.from({ length: setting.pages }, () => ({ height: roomOf(setting.page).height })),
  };
}

/** Tables that take less than a third of a page each, such as those without figures, stand under each other on one. */
const isShort = ({ page, height }: Setting): boolean => height + LINE <= roomOf(page).height / 3;

/** Puts short tables that follow each other on one page, as long as it has room. */
export function sharingPages(placed: readonly Placed[]): Placed[] {
  let before: Placed | undefined;
  let used = 0;
  return placed.map((each) => {
    const height = heightTaken(each);
    const isShared =
      each.opens && each.page !== 'text' && before?.page === each.page && used + height <= roomOf(each.page).height;
    used = isShared ? used + height : height;
    before = each;
    return isShared ? { ...each, opens: false, children: [space(), ...each.children] } : each;
  });
}

const heightTaken = ({ page, flow: [first] }: Placed): number =>
  first && 'height' in first ? first.height : roomOf(page).height;

const titleOf = (text: string, level: 2 | 3, bookmark: string, spacing?: object): FileChild =>
  new Paragraph({
    heading: `Heading${level}`,
    alignment: AlignmentType.CENTER,
    indent: { firstLine: 0, firstLineChars: 0 },
    ...(spacing ? { spacing } : {}),
    children: [bookmarked(new TextRun({ ...type('heading', 16), text }), bookmark)],
  });
