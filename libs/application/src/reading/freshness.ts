import type { EventStore } from '@juesuan/event-store';
import { RuleViolation } from '@juesuan/kernel';
import { type Checkpoint, ledgerAhead, LogEnd, type ReadStore } from '@juesuan/read-store';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../settings';
import { EVENT_STORE, READ_STORE } from '../stores';
import { diskTroubleOf } from '../troubles';

const PATIENCE_MS = 5_000;
const GLANCE_MS = 15;

/** Sees to it that a query reads what its asker has already recorded (DESIGN.md §3, `after=`). */
@Injectable()
export class Freshness {
  private running: Promise<unknown> | null = null;
  private next: Promise<unknown> | null = null;
  private readonly end: LogEnd;

  constructor(
    @Inject(READ_STORE) private readonly readStore: ReadStore,
    @Inject(EVENT_STORE) private readonly events: EventStore,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.end = new LogEnd(events);
  }

  /**
   * Where this process projects, everything recorded until now is read; while its disk takes nothing, what was read before is
   * enough for who waits for nothing after it, and the disk's error is thrown to who does. Where projectors do, waits until they have taken the
   * position given; throws RuleViolation `not-yet-projected` when they do not within a few seconds, or the time given,
   * `position-unknown` where the log holds no such position, and `ledger-ahead` where the read store has taken more than the log holds.
   */
  async reach(after: string | null = null, patienceMs = PATIENCE_MS): Promise<void> {
    if (after !== null && !(await this.isRecorded(after))) throw positionUnknown(after);
    if (this.settings.projects) await this.catchUpWhereItCan(after);
    else if (after !== null) await this.await(after, patienceMs);
    else await this.refuseAhead(await this.readStore.checkpoint());
  }

  /** Whether the log has come to a position; see LogEnd. */
  isRecorded(position: string): Promise<boolean> {
    return this.end.has(position);
  }

  private async catchUpWhereItCan(after: string | null): Promise<void> {
    try {
      await this.catchUp();
    } catch (error) {
      if (diskTroubleOf(error) === null) throw error;
      if (after !== null && !(await this.hasTaken(after))) throw error;
    }
  }

  private async hasTaken(position: string): Promise<boolean> {
    const { position: reached } = await this.inLog(await this.readStore.checkpoint());
    return reached !== null && reached >= position;
  }

  /** Takes everything recorded until now. Queries that come while one catches up share the next catching up: only that one surely began after them. */
  catchUp(): Promise<unknown> {
    if (this.running === null) return this.begin();
    this.next ??= this.running.then(
      () => this.begin(),
      () => this.begin(),
    );
    return this.next;
  }

  private begin(): Promise<unknown> {
    this.next = null;
    const caughtUp = this.readStore.catchUp(this.events).then((reached) => this.inLog(reached));
    const run = caughtUp.finally(() => {
      if (this.running === run) this.running = null;
    });
    this.running = run;
    return run;
  }

  private async inLog(reached: Checkpoint): Promise<Checkpoint> {
    if (reached.position !== null && !(await this.isRecorded(reached.position))) throw ledgerAhead();
    return reached;
  }

  /** Who waits for nothing is not kept by an event store that does not answer: what was projected is read meanwhile. */
  private async refuseAhead({ position }: Checkpoint): Promise<void> {
    if (position !== null && (await this.end.endsBefore(position))) throw ledgerAhead();
  }

  private async await(position: string, patienceMs: number): Promise<void> {
    const end = performance.now() + patienceMs;
    for (;;) {
      if (await this.hasTaken(position)) return;
      if (performance.now() >= end) {
        const text = '刚才的记录还没有计入账目，请稍候再看；记录本身已经保存。';
        throw new RuleViolation('not-yet-projected', text, { after: position, seconds: 1 });
      }
      await new Promise((resolve) => setTimeout(resolve, GLANCE_MS));
    }
  }
}

function positionUnknown(after: string): RuleViolation {
  const text =
    '要等的记录（after）不在现有的记录里：可能是别处的，或之后恢复过备份。请用回执中的 position，或去掉 after 再查。';
  return new RuleViolation('position-unknown', text, { after });
}
