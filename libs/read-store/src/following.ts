import { type EventStore, StoreUnavailable, type Subscription } from '@juesuan/event-store';
import type { Shares } from '@juesuan/sql';
import { ledgerAhead } from './ahead';
import { LogEnd } from './log-end';
import { checkpointOf, type Standing } from './partitions';
import type { Projections } from './projections';
import { FOLLOWED_PREFIXES } from './streams';

const LOOK_AGAIN_MS = 500;

/** Told which partitions a follower takes now. */
export type OnShare = (partitions: readonly number[], of: number) => void;

/**
 * Follows the events for the partitions that are this process's, until stopped. Which those are is asked again and again: who comes
 * gets his part, what somebody leaves is taken over where he left it. That two take one for a moment does no harm: the checkpoint
 * lets each batch in once.
 */
export class Following implements Subscription {
  readonly ended: Promise<void>;
  private subscription: Subscription | null = null;
  private stopped = false;
  private failure: { readonly reason: unknown } | null = null;
  private wake = (): void => undefined;
  private readonly end: LogEnd;

  constructor(
    private readonly events: EventStore,
    private readonly shares: Shares,
    private readonly projections: Projections,
    private readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>,
    private readonly onShare: OnShare,
  ) {
    this.end = new LogEnd(events);
    this.ended = this.follow();
  }

  /** How it ended is told by `ended`; stopping succeeds either way. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.wake();
    await this.ended.catch(() => undefined);
  }

  private async follow(): Promise<void> {
    let held = '';
    try {
      while (!this.stopped && this.failure === null) {
        const now = await this.inTurn(() => this.projections.refresh());
        void this.refuseAhead(now);
        const own = await this.shares.balance(now.length);
        const share = `${own.join()} of ${now.length}`;
        if (share !== held) await this.begin(own, now);
        held = share;
        await this.asleep();
      }
      if (this.failure !== null) throw this.failure.reason;
    } finally {
      await this.subscription?.stop();
      await this.shares.close();
    }
  }

  private async begin(own: readonly number[], now: readonly Standing[]): Promise<void> {
    await this.subscription?.stop();
    const standing = now.filter((_, partition) => own.includes(partition));
    this.subscription = standing.length === 0 ? null : this.subscribe(own, checkpointOf(standing).position);
    this.onShare(own, now.length);
  }

  /** Beside what else it does: a store that does not answer is waited for by the subscription. */
  private async refuseAhead(now: readonly Standing[]): Promise<void> {
    try {
      for (const { position } of now)
        if (position !== null && !(await this.end.has(position))) return this.fail(ledgerAhead());
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) this.fail(error);
    }
  }

  private fail(reason: unknown): void {
    this.failure ??= { reason };
    this.wake();
  }

  private subscribe(own: readonly number[], from: string | null): Subscription {
    const subscription = this.events.subscribe(from, FOLLOWED_PREFIXES, (batch) =>
      this.inTurn(() => this.projections.project(batch, own)),
    );
    subscription.ended.catch((reason: unknown) => this.fail(reason));
    return subscription;
  }

  private asleep(): Promise<void> {
    return new Promise((resolve) => {
      if (this.stopped || this.failure !== null) return resolve();
      const timer = setTimeout(resolve, LOOK_AGAIN_MS);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
