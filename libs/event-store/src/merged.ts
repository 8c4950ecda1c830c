import type { EventStore, StoredEvent } from './port';

interface Opened {
  readonly pages: AsyncIterator<readonly StoredEvent[]>;
  /** Read but not yet given; never empty. */
  page: readonly StoredEvent[];
  next: number;
}

/**
 * The events of some streams, of each from its start to the last one recorded until an instant, put together in the order of their
 * positions. A stream ends at its first later event: no revision is left out, even where a clock was set back.
 */
export async function* recordedUntil(
  events: Pick<EventStore, 'readStream'>,
  streams: readonly string[],
  instant: string,
): AsyncGenerator<readonly StoredEvent[]> {
  const found = await Promise.all([...new Set(streams)].map((stream) => open(events.readStream(stream))));
  const opened = new Set(found.filter((each) => each !== null));
  for (;;) {
    const [first, second] = earliestTwo(opened);
    if (!first) return;
    const run = takeRun(first, second ? at(second).position : null, instant);
    if (run.events.length > 0) yield run.events;
    if (run.ended || !(await refill(first))) opened.delete(first);
  }
}

async function open(stream: AsyncIterable<readonly StoredEvent[]>): Promise<Opened | null> {
  const opened: Opened = { pages: stream[Symbol.asyncIterator](), page: [], next: 0 };
  return (await refill(opened)) ? opened : null;
}

/** Whether there is another event to give. */
async function refill(opened: Opened): Promise<boolean> {
  while (opened.next >= opened.page.length) {
    const page = await opened.pages.next();
    if (page.done) return false;
    opened.page = page.value;
    opened.next = 0;
  }
  return true;
}

function at({ page, next }: Opened): StoredEvent {
  const event = page[next];
  if (!event) throw new RangeError('an opened stream has an event to give');
  return event;
}

function earliestTwo(opened: Iterable<Opened>): [Opened?, Opened?] {
  let [first, second]: [Opened?, Opened?] = [];
  for (const each of opened) {
    if (!first || at(each).position < at(first).position) [first, second] = [each, first];
    else if (!second || at(each).position < at(second).position) second = each;
  }
  return [first, second];
}

/** What one stream gives before it is another's turn. */
function takeRun(opened: Opened, before: string | null, instant: string): { events: StoredEvent[]; ended: boolean } {
  const events: StoredEvent[] = [];
  for (; opened.next < opened.page.length; opened.next += 1) {
    const event = at(opened);
    if (before !== null && event.position >= before) return { events, ended: false };
    if (event.recordedAt > instant) return { events, ended: true };
    events.push(event);
  }
  return { events, ended: false };
}
