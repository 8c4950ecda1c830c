import { grouped } from './grouped';
import { equalGroups, equalVouchers, isNumbered, type Planned, RANK } from './plan';

/** What is recorded as it stands but looks like a slip, in sentences that name the rows. */
export const noticesOf = (planned: readonly Planned[]): string[] => [
  ...upTo(SHOWN_GROUPS, equalGroups(planned.filter(isNumbered)).map(bothCount)),
  ...upTo(SHOWN_GROUPS, equalVouchers(planned).map(countOnce)),
  ...unusualProjects(planned, '项目支出', (kind, project) => kind === 'project' && project === '', NO_PROJECT),
  ...unusualProjects(planned, '基本支出', (kind, project) => kind === 'basic' && project !== '', PROJECT),
];

const SHOWN_ROWS = 10;
const SHOWN_GROUPS = 20;
const NO_PROJECT = '没有项目名称，同一科目的这些支出会记在同一条指标上；如有项目请补填';
const PROJECT = '有项目名称，会按项目各立一条指标；如是误填请清空此栏';

/** Two equal allocations of one line are both real, so both count; a row pasted twice looks the same, so both are named. */
function bothCount(rows: readonly Planned[]): string {
  const undone = rows[0] && UNDONE[rows[0].command.type];
  return `${placesOf(rows)}完全相同，作为各自独立的事项分别计入；如是重复录入，尚未记录的请删去多余的行，已记录的${undone ?? BY_DOCUMENT}。`;
}

const BY_DOCUMENT = '请以新的文号反向调整冲回';
const BY_REVERSAL = '请另加“类型”为冲减的一行冲回（须有“事由”栏）';
const BY_ENTRY = '请另加“类型”为登记的一行补回';
const UNDONE: Readonly<Partial<Record<Planned['command']['type'], string>>> = {
  AllocateOriginalBudget: BY_REVERSAL,
  RecordOpeningBalance: BY_REVERSAL,
  ReverseOriginalBudget: BY_ENTRY,
  ReverseOpeningBalance: BY_ENTRY,
  FreezeQuota: '请解冻',
  ReleaseQuota: '请以新的冻结编号再冻结',
};

const countOnce = (rows: readonly Planned[]): string =>
  `${placesOf(rows)}凭证号相同、各栏也相同，只记一次；如是两笔业务，请用不同的凭证号。`;

const upTo = (most: number, sentences: readonly string[]): string[] =>
  sentences.length > most
    ? [...sentences.slice(0, most), `完全相同的行另有 ${sentences.length - most} 组未列出。`]
    : [...sentences];

/** Asked of what gives quota, which is where a line begins: payments only follow it. */
function unusualProjects(
  planned: readonly Planned[],
  title: string,
  isUnusual: (kind: string, project: string) => boolean,
  says: string,
): string[] {
  const rows = planned.filter(({ rank, command: { data } }) => {
    return rank === RANK.adds && 'line' in data && isUnusual(data.line.kind, data.line.project);
  });
  const files = grouped(rows, ({ reader }) => reader.table.file);
  return [...files.values()].map((of) => `${placesOf(of)}是${title}而${says}。`);
}

/** `01-年初预算.csv 第 2、5 行`, file by file. */
function placesOf(rows: readonly Planned[]): string {
  const files = grouped(rows, ({ reader }) => reader.table.file);
  return [...files].map(([file, of]) => `${file} 第 ${numbersOf(of)} 行`).join('、');
}

function numbersOf(rows: readonly Planned[]): string {
  const numbers = rows.slice(0, SHOWN_ROWS).map(({ reader }) => reader.row.number);
  return `${numbers.join('、')}${rows.length > SHOWN_ROWS ? ` 等共 ${rows.length}` : ''}`;
}
