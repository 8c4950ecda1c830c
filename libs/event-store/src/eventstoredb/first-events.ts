import type { StoredEvent } from '../port';
import type { Reading } from './reading';

/** The first events of the streams: the server lists no streams, so all is read once, and later only what was added. */
export class FirstEvents {
  private readonly found = new Map<string, StoredEvent>();
  private through: string | null = null;
  private reading: Promise<void> = Promise.resolve();

  constructor(private readonly log: Pick<Reading, 'all'>) {}

  async with(prefix: string): Promise<readonly StoredEvent[]> {
    const readOn = (): Promise<void> => this.readOn();
    this.reading = this.reading.then(readOn, readOn);
    await this.reading;
    return [...this.found.values()].filter(({ stream }) => stream.startsWith(prefix));
  }

  private async readOn(): Promise<void> {
    for await (const events of this.log.all(this.through, [''])) {
      for (const event of events) if (!this.found.has(event.stream)) this.found.set(event.stream, event);
      this.through = events.at(-1)?.position ?? this.through;
    }
  }
}
