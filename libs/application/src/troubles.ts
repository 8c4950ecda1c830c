import { StoreUnavailable } from '@juesuan/event-store';
import { RuleViolation } from '@juesuan/kernel';

/** What SQLite (by the first byte of its code) and the operating system say of a place where nothing can be read or written. */
const TROUBLES: Readonly<Record<string | number, string>> = {
  5: '数据文件正被别的程序占用，例如大批导入；请稍候再试。',
  8: '数据文件或它所在的文件夹不可写，请检查权限。',
  10: '数据文件读写出错，请检查磁盘是否完好、是否已满。',
  13: '磁盘已满，请腾出空间后再试。',
  14: '文件打不开：请核对路径，文件夹须已存在，并有读写的权限。',
  'data-file-moved':
    '数据文件或它旁边的 -wal 文件在服务运行时被移走、删除或替换，没有再记录。请正常停止服务（不要强行结束），把原来的数据文件放回原处，再启动。',
  ENOSPC: '磁盘已满，请腾出空间后再试。',
  // PostgreSQL's own number for it.
  53100: '数据库所在的磁盘已满，请腾出空间后再试。',
  EACCES: '没有读写的权限，请检查文件和文件夹的权限。',
  EPERM: '没有读写的权限，请检查文件和文件夹的权限。',
  EROFS: '所在的文件夹不可写（只读）。',
  EADDRINUSE: '端口已被占用，请换一个，例如 PORT=3001 npm start。',
  ENOTDIR: '路径中有一段不是文件夹，请核对路径。',
  ENOENT: '路径不存在，也不能在那里建立，请核对路径。',
  EEXIST: '那里已有一个文件，不是文件夹，请换一个路径。',
  EISDIR: '这是一个文件夹，请写明文件。',
};

/** Of these, what a service meets that has its file open: a disk that takes nothing, for as long as that lasts. */
const PASSING: readonly (string | number)[] = [5, 8, 10, 13, 'data-file-moved', 'ENOSPC', 'EROFS', '53100'];

interface Coded {
  readonly errcode?: number;
  readonly code?: string | number;
  readonly path?: string;
  readonly cause?: unknown;
}

/** A code that is a number is gRPC's, by which it means something else. */
const keyOf = ({ errcode, code }: Coded): string | number =>
  errcode === undefined ? (typeof code === 'string' ? code : '') : errcode & 0xff;

/** A Chinese sentence on a place that does not serve, as an error or what caused it says; null where something else is wrong. */
export function troubleOf(error: unknown): string | null {
  const coded = Object(error) as Coded;
  const { path, cause } = coded;
  const says = TROUBLES[keyOf(coded)];
  if (says !== undefined) return says + (path === undefined ? '' : `（${path}）`);
  return cause === undefined ? null : troubleOf(cause);
}

/** The code of a disk that takes nothing now, in an error or in what caused it; null where something else is wrong. */
export function diskTroubleIn(error: unknown): string | number | null {
  const coded = Object(error) as Coded;
  const key = keyOf(coded);
  if (PASSING.includes(key)) return key;
  return coded.cause === undefined ? null : diskTroubleIn(coded.cause);
}

/** The same in words, without the path. */
export function diskTroubleOf(error: unknown): string | null {
  const key = diskTroubleIn(error);
  return key === null ? null : (TROUBLES[key] ?? null);
}

/** An event store that cannot be used now, and no disk of ours is why, in words without an end. */
export const unreached = ({ message }: StoreUnavailable): string =>
  `事件库连不上、没有及时回答或写不进去（${message}）。用 EventStoreDB 时请检查 EVENTSTORE_URL`;

/** Why a program did not start, for whoever started it; with the stack where nobody but its makers could tell. */
export function whyNotStarted(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof RuleViolation) return error.message;
  const trouble = troubleOf(error);
  if (trouble !== null) return trouble;
  return error instanceof StoreUnavailable ? `${unreached(error)}。` : (error.stack ?? error.message);
}
