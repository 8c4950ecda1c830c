import { eventId, type EventStore, type NewEvent, type StoredEvent, WrongExpectedRevision } from '@juesuan/event-store';
import { BUDGET_YEARS, budgetYearStream, read } from '@juesuan/execution';
import { RuleViolation } from '@juesuan/kernel';
import { codeBookStream, type HouseEvents, importStream, unitYearOf } from '@juesuan/read-store';
import { fingerprint } from '../recording/fingerprint';

/** The year of a unit with all units below it. */
export interface YearOf {
  readonly unit: string;
  readonly year: number;
}

/** One stream as it stands on both sides after copying. */
export interface CopiedStream {
  readonly stream: string;
  readonly head: string;
  readonly events: number;
  /** How many of the events were not there before. */
  readonly copied: number;
}

interface Share {
  readonly stream: string;
  /** The last event to be copied, as verified. */
  readonly head: string;
  readonly events: number;
  /** How many of them the target holds already. */
  readonly there: number;
}

/** What an interrupted copy is known by while it is incomplete. */
export const COPY_MARK = 'copy-';

/**
 * Copies a year – of a department with all its units, and the codes they need – from one event store to another: the same ids,
 * metadata, instants and hashes, so the seals of closed years hold there too. The source is verified first, the target afterwards;
 * nothing is appended where the target holds anything else in one of these streams. Run again it adds what is missing. Refused:
 * `data-damaged`, `unit-unknown`, `import-incomplete`, `copy-conflict`.
 */
export async function copyYear(
  source: EventStore,
  target: EventStore,
  of: YearOf,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<CopiedStream[]> {
  const heads = await verifiedHeads(source, '来源');
  const units = await unitsIn(source, heads, of);
  await refuseIncomplete(source, heads, new Set(units), of.year);
  const books = await booksToCopy(source, target, heads);
  const streams = [...books, ...units.map((unit) => budgetYearStream(unit, of.year))];
  const shares: Share[] = [];
  for (const stream of streams) shares.push(await shareOf(source, target, stream, heads.get(stream) ?? ''));
  const mark = await markOf(target, of);
  const total = shares.reduce((sum, { events, there }) => sum + events - there, 0);
  if (total > 0 || mark.begun) await append(source, target, { shares, mark, units, of, total, onProgress });
  return shares.map(({ there, ...share }) => ({ ...share, copied: share.events - there }));
}

interface Plan {
  readonly shares: readonly Share[];
  readonly mark: { readonly stream: string; readonly begun: boolean };
  readonly units: readonly string[];
  readonly of: YearOf;
  readonly total: number;
  readonly onProgress: (done: number, total: number) => void;
}

/** Between the two marks the account says that it is incomplete. */
async function append(source: EventStore, target: EventStore, plan: Plan): Promise<void> {
  const { shares, mark, units, of, total, onProgress } = plan;
  const data: HouseEvents['ImportStarted'] = { units, year: of.year, events: total };
  if (!mark.begun) await appendMark(target, mark.stream, -1, 'ImportStarted', { ...data });
  let done = 0;
  for (const share of shares) {
    for await (const missing of missingOf(source, share)) {
      await appendTo(target, share.stream, missing);
      onProgress((done += missing.length), total);
    }
  }
  const heads = await verifiedHeads(target, '目标');
  const other = shares.find(({ stream, head }) => heads.get(stream) !== head);
  if (other !== undefined) throw conflict(other.stream, '复制期间目标中另有人记录');
  await appendMark(target, mark.stream, 0, 'ImportCompleted', {});
}

/** The missing events of a share in batches, as far as was verified: what the source records meanwhile is for the next run. */
async function* missingOf(source: EventStore, { stream, there, events }: Share): AsyncIterable<readonly StoredEvent[]> {
  for await (const batch of source.readStream(stream, there)) {
    const missing = batch.filter(({ revision }) => revision < events);
    if (missing.length === 0) return;
    yield missing;
  }
}

async function appendTo(target: EventStore, stream: string, events: readonly StoredEvent[]): Promise<void> {
  const [first] = events;
  if (first === undefined) return;
  const same = events.map(({ id, type, version, data, metadata, recordedAt }): NewEvent => ({
    id,
    type,
    version,
    data,
    metadata,
    recordedAt,
  }));
  try {
    await target.append([{ stream, expected: first.revision - 1, events: same }]);
  } catch (error) {
    throw error instanceof WrongExpectedRevision ? conflict(stream, '复制期间目标中另有人记录') : error;
  }
}

const appendMark = (target: EventStore, stream: string, expected: number, type: string, data: NewEvent['data']) =>
  target.append([
    { stream, expected, events: [{ id: eventId(stream, type, 0), type, version: 1, data, metadata: {} }] },
  ]);

/** An attempt that was begun and not completed is gone on with, whatever was recorded at the source since. */
async function markOf(target: EventStore, { unit, year }: YearOf): Promise<Plan['mark']> {
  for (let before = 0; ; before++) {
    const stream = importStream(`${COPY_MARK}${unit}.${year}-${before}`);
    const marks = (await eventsOf(target, stream)).length;
    if (marks < 2) return { stream, begun: marks === 1 };
  }
}

async function verifiedHeads(store: EventStore, name: string): Promise<ReadonlyMap<string, string>> {
  const { damage, heads } = await store.verify();
  if (damage === null) return heads;
  const where = `${damage.stream ?? '？'} 第 ${damage.revision ?? '？'} 号事件`;
  throw new RuleViolation('data-damaged', `${name}没有通过验证：${where}。${damage.says}`);
}

/** The unit and every unit below it, of which the year was opened. */
async function unitsIn(
  source: EventStore,
  verified: ReadonlyMap<string, string>,
  { unit, year }: YearOf,
): Promise<string[]> {
  const opened = new Map<string, string | null>();
  for (const first of await source.firstEvents(BUDGET_YEARS)) {
    const isWanted = verified.has(first.stream) && unitYearOf(first.stream)?.year === year;
    const event = isWanted ? read(first) : null;
    if (event?.type === 'FiscalYearOpened') opened.set(event.data.unitCode, event.data.parentCode);
  }
  if (!opened.has(unit)) {
    throw new RuleViolation('unit-unknown', `来源中没有单位 ${unit} 的 ${year} 年度。`, { unit, year });
  }
  const within = new Set([unit]);
  // A set is walked in the order of insertion, additions included.
  for (const above of within) for (const [code, parent] of opened) if (parent === above) within.add(code);
  return [...within].sort();
}

async function refuseIncomplete(
  source: EventStore,
  heads: ReadonlyMap<string, string>,
  units: ReadonlySet<string>,
  year: number,
): Promise<void> {
  for (const stream of heads.keys()) {
    if (!stream.startsWith(importStream(''))) continue;
    const marks = await eventsOf(source, stream);
    const begun = marks[0]?.data as unknown as HouseEvents['ImportStarted'];
    if (marks.length !== 1 || begun.year !== year || !begun.units.some((unit) => units.has(unit))) continue;
    const text = `来源中有一次导入（${stream}）中断过，账目还不完整：请先把它再运行一次，然后再复制。`;
    throw new RuleViolation('import-incomplete', text, { year });
  }
}

/** The code books of which the target lacks something; refused where it has a history of its own that lacks some of the codes. */
async function booksToCopy(
  source: EventStore,
  target: EventStore,
  heads: ReadonlyMap<string, string>,
): Promise<string[]> {
  const found: string[] = [];
  for (const stream of (['functional', 'economic'] as const).map(codeBookStream)) {
    if (!heads.has(stream)) continue;
    const [ours, theirs] = [await eventsOf(source, stream), await eventsOf(target, stream)];
    if (theirs.every(({ hash }, index) => hash === ours[index]?.hash)) found.push(stream);
    else refuseMissingCodes(ours, theirs);
  }
  return found;
}

function refuseMissingCodes(ours: readonly StoredEvent[], theirs: readonly StoredEvent[]): void {
  const entries = (events: readonly StoredEvent[]) =>
    events.flatMap(({ data }) => (data as unknown as HouseEvents['CodesDefined']).entries);
  const there = new Set(entries(theirs).map(fingerprint));
  const missing = entries(ours).filter((entry) => !there.has(fingerprint(entry)));
  if (missing.length === 0) return;
  const named = missing.slice(0, 5).map(({ code, name }) => `${code} ${name}`);
  const text = `目标另有自己补充的科目，其中缺少来源用的 ${missing.length} 个（如 ${named.join('、')}）：请先在目标用 juesuan codes 补上。`;
  throw new RuleViolation('copy-conflict', text, { missing: missing.length });
}

/** How far the target holds the same events; refused where it holds others, or more. */
async function shareOf(source: EventStore, target: EventStore, stream: string, head: string): Promise<Share> {
  const [ours, theirs] = [await hashesOf(source, stream), await hashesOf(target, stream)];
  const events = ours.indexOf(head) + 1;
  const differs = theirs.findIndex((hash, index) => hash !== ours[index]);
  if (differs >= events) throw conflict(stream, `目标已有 ${theirs.length} 项事件，比来源的 ${events} 项多`);
  if (differs >= 0) throw conflict(stream, `目标的第 ${differs} 号事件与来源的不同`);
  return { stream, head, events, there: Math.min(theirs.length, events) };
}

const conflict = (stream: string, what: string): RuleViolation =>
  new RuleViolation('copy-conflict', `不能复制 ${stream}：${what}。两边各自记录过，不能合并；已有的都没有改动。`, {
    stream,
  });

async function eventsOf(store: EventStore, stream: string): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const batch of store.readStream(stream)) events.push(...batch);
  return events;
}

async function hashesOf(store: EventStore, stream: string): Promise<string[]> {
  const hashes: string[] = [];
  for await (const batch of store.readStream(stream)) hashes.push(...batch.map(({ hash }) => hash));
  return hashes;
}
