import { setImmediate as turn } from 'node:timers/promises';
import type { Service } from './service';

interface Journal {
  readonly events: readonly [{ readonly recordedAt: string }];
}

/**
 * The instant by which everything said of a unit's year so far was recorded: the newest event's own. Answered once the clock is past
 * it, so that whatever is recorded next is later.
 */
export async function recordedUntil(service: Service, unitYear: string, token: string): Promise<string> {
  const answer = await service.ask(`GET ${unitYear}/journal?limit=1`, { token });
  const instant = (answer.body as Journal).events[0].recordedAt;
  while (Date.now() <= Date.parse(instant)) await turn();
  return instant;
}
