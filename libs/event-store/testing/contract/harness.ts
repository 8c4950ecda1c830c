import { randomUUID } from 'node:crypto';
import { type EventStore } from '../../src/port';

/** What the contract needs of a store's kind: a place for events, and ways in. */
export interface Place {
  /** One more way in to the same events, as another process or a restart would have. */
  open(): EventStore;
  /** Removes the place. */
  end(): Promise<void>;
}

/** One store per test, every store closed after it; names no other test uses, because a real server keeps what it has. */
export class Harness {
  private place!: Place;
  private opened: EventStore[] = [];
  store!: EventStore;
  /** The prefix of this test's streams. */
  prefix = '';

  constructor(start: () => Promise<Place>) {
    beforeEach(async () => {
      this.place = await start();
      this.prefix = `${randomUUID()}-`;
      this.store = this.open();
    });
    afterEach(async () => {
      await Promise.all(this.opened.splice(0).map((store) => store.close()));
      await this.place.end();
    });
  }

  open(): EventStore {
    const store = this.place.open();
    this.opened.push(store);
    return store;
  }

  stream(name: string): string {
    return `${this.prefix}${name}`;
  }
}
