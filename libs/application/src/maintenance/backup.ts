import { existsSync } from 'node:fs';
import {
  DATA_FILE_APPLICATION,
  type Link,
  refuseOtherFormat,
  type Verification,
  verifySqliteFile,
} from '@juesuan/event-store';
import { RuleViolation } from '@juesuan/kernel';
import {
  copyDataFile,
  foldDataFile,
  giveNewName,
  isInUse,
  labelOf,
  ownCopyOf,
  removeDataFile,
  replaceDataFile,
  sealDataFile,
  UnreadableFile,
} from '@juesuan/sql';
import type { Settings } from '../settings';

export type OnCopied = (stage: '复制' | '验证', done: number, total: number) => void;

/** What a copy of the data file holds, as recomputed from the copy itself. */
export type Checked = Pick<Verification, 'events' | 'streams' | 'logHead'>;

/** What a restore found and did. */
export interface Restored extends Checked {
  /** What stood there before, under its new name; null where nothing stood. */
  readonly before: Before | null;
}

export interface Before {
  readonly file: string;
  /** Events recorded there after the backup was made, which the backup lacks; null where the two do not go together. */
  readonly since: number | null;
}

export interface RestoreOptions {
  /** Whether a data file that stands there may be replaced; it is kept under another name. */
  readonly overwrite: boolean;
  /** Called on the verified copy before it takes its place. */
  readonly prepare: (file: string) => Promise<void>;
  readonly onProgress?: OnCopied;
  /** UTC instant, for the name of what stood there before. */
  readonly now: Date;
}

const nothing: OnCopied = () => undefined;

/**
 * Copies the embedded store – events, balances, users – into one new file while the service goes on, and verifies the copy before
 * it gets its name. Refused: `not-embedded`, `data-file-missing`, `file-exists`, `data-damaged`.
 */
export async function backUp(settings: Settings, file: string, onProgress: OnCopied = nothing): Promise<Checked> {
  refuseElsewhere(settings);
  if (!existsSync(settings.db)) throw missing('data-file-missing', '数据文件', settings.db);
  if (existsSync(file)) throw fileExists(file);
  const partial = ownCopyOf(file, 'partial');
  const checked = await checkedCopy(settings.db, partial, onProgress);
  if (giveNewName(partial, file)) return checked;
  removeDataFile(partial);
  throw fileExists(file);
}

/**
 * Puts a backup in the place of the data file. The backup is copied and verified first; what stood there is kept under another
 * name. Refused: `not-embedded`, `backup-missing`, `not-a-backup`, `data-damaged`, `data-file-exists`, `data-file-in-use`.
 */
export async function restore(settings: Settings, backup: string, options: RestoreOptions): Promise<Restored> {
  refuseElsewhere(settings);
  const { db } = settings;
  if (!existsSync(backup)) throw missing('backup-missing', '备份文件', backup);
  const standing = existsSync(db);
  if (standing && !options.overwrite) {
    const text = `数据文件 ${db} 已存在。要用备份代替它，请加 --overwrite：现有的文件会改名保留，不会删除。`;
    throw new RuleViolation('data-file-exists', text, { file: db });
  }
  if (standing) refuseInUse(db);
  const copy = ownCopyOf(db, 'restoring');
  const { logHead, ...checked } = await checkedCopy(backup, copy, options.onProgress ?? nothing);
  const kept = `${db}.${stamp(options.now)}.before`;
  try {
    await options.prepare(copy);
    foldDataFile(copy);
    const since = standing ? await eventsSince(db, logHead) : null;
    // Somebody may have started the service meanwhile.
    if (standing) refuseInUse(db);
    replaceDataFile(copy, db, kept);
    return { ...checked, logHead, before: standing ? { file: kept, since } : null };
  } catch (error) {
    removeDataFile(copy);
    throw error;
  }
}

/** A copy of which every hash holds and every page can be read; nothing is left where one does not. */
async function checkedCopy(from: string, to: string, onProgress: OnCopied): Promise<Checked> {
  try {
    await copyDataFile(from, to, (done, total) => onProgress('复制', done, total));
    sealDataFile(to);
    const label = labelOf(to);
    if (label?.application !== DATA_FILE_APPLICATION) throw foreign(from);
    refuseOtherFormat(from, label.version);
    const { damage, events, streams, logHead } = await verifySqliteFile(to, (done) => onProgress('验证', done, done));
    if (damage !== null) {
      const text = `${from} 没有通过验证：位置 ${damage.position ?? '？'}，${damage.says}请用 juesuan verify 查明。`;
      throw new RuleViolation('data-damaged', text, { file: from });
    }
    return { events, streams, logHead };
  } catch (error) {
    removeDataFile(to);
    throw error instanceof UnreadableFile ? foreign(from) : error;
  }
}

/** How many events a store holds beyond the log that has this head; null where that log is not the beginning of its own. */
async function eventsSince(file: string, logHead: string): Promise<number | null> {
  let at: number | null = null;
  let seen = 0;
  const look = (link: Link): void => {
    seen++;
    if (link.logHash === logHead) at = seen;
  };
  const { damage, events } = await verifySqliteFile(file, undefined, look);
  return at === null || damage !== null ? null : events - at;
}

function refuseElsewhere({ eventStoreUrl }: Settings): void {
  if (eventStoreUrl === null) return;
  const text = '事件存在 EventStoreDB（EVENTSTORE_URL）里，不在数据文件里：请用 EventStoreDB 自己的备份。';
  throw new RuleViolation('not-embedded', text);
}

function refuseInUse(file: string): void {
  if (!isInUse(file)) return;
  const text = `服务或另一个程序正开着 ${file}。请先停止服务，再恢复；什么都没有改动。`;
  throw new RuleViolation('data-file-in-use', text, { file });
}

const fileExists = (file: string): RuleViolation =>
  new RuleViolation('file-exists', `文件 ${file} 已存在；备份从不覆盖旧备份，请换一个文件名。`, { file });

const foreign = (file: string): RuleViolation =>
  new RuleViolation('not-a-backup', `${file} 不是决算的数据文件或备份，或者文件已经损坏。`, { file });

const missing = (code: string, what: string, file: string): RuleViolation =>
  new RuleViolation(code, `没有${what} ${file}。`, { file });

/** `20261121-123000123`, UTC. */
const stamp = (now: Date): string => now.toISOString().slice(0, 23).replaceAll(/[-:.]/g, '').replace('T', '-');
