import { EVENT_STORE, READ_STORE } from '@juesuan/application';
import type { EventStore, StoredEvent, Subscription } from '@juesuan/event-store';
import type { ReadStore } from '@juesuan/read-store';
import type { TestApplication } from '../support/application';

type OnBatch = (events: readonly StoredEvent[]) => Promise<void>;

/** A projection that follows the log, and when it had taken what. Moments are milliseconds of `performance.now()`. */
export class Follower {
  private readonly taken: { readonly position: string; readonly at: number }[] = [];
  private wake: () => void = () => undefined;
  private subscription: Subscription | null = null;

  static async of({ app }: TestApplication): Promise<Follower> {
    const follower = new Follower();
    const store = app.get<EventStore>(EVENT_STORE);
    const subscribe = (after: string | null, prefixes: readonly string[], onBatch: OnBatch): Subscription =>
      store.subscribe(after, prefixes, async (batch) => {
        await onBatch(batch);
        follower.note(batch);
      });
    const watched = Object.create(store, { subscribe: { value: subscribe } }) as EventStore;
    follower.subscription = await app.get<ReadStore>(READ_STORE).follow(watched);
    return follower;
  }

  /** When everything up to a position was taken. */
  async takenAt(position: string): Promise<number> {
    for (;;) {
      const found = this.taken.find((each) => each.position >= position);
      if (found) return found.at;
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }

  async stop(): Promise<void> {
    await this.subscription?.stop();
  }

  private note(batch: readonly StoredEvent[]): void {
    const position = batch.at(-1)?.position;
    if (position !== undefined) this.taken.push({ position, at: performance.now() });
    this.wake();
  }
}
