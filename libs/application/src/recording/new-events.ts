import { eventId, type NewEvent } from '@juesuan/event-store';
import { currentVersion, type RecordedEvent } from '@juesuan/execution';

/** Events as a store takes them: ids made from the command, so that a retry is recognised. */
export function toNewEvents(stream: string, events: readonly RecordedEvent[]): NewEvent[] {
  const made = new Map<string, number>();
  return events.map(({ type, data, by }) => {
    const index = made.get(by.commandId) ?? 0;
    made.set(by.commandId, index + 1);
    const id = eventId(stream, by.commandId, index);
    return { id, type, version: currentVersion(type), data, metadata: { ...by } } as unknown as NewEvent;
  });
}
