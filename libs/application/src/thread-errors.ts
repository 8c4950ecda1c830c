import { StoreUnavailable } from '@juesuan/event-store';
import { UnknownEvent } from '@juesuan/execution';
import { type Facts, RuleViolation } from '@juesuan/kernel';
import { diskTroubleIn } from './troubles';

/** An error as a thread tells it: across threads an error loses its class, and with it what its hearer says of it. */
export type ThreadError =
  | { readonly error: 'refused'; readonly code: string; readonly says: string; readonly facts: Facts }
  | { readonly error: 'unavailable'; readonly says: string; readonly trouble: string | number | null }
  | { readonly error: 'unknown-event'; readonly type: string; readonly version: number; readonly position: string }
  | { readonly error: 'failed'; readonly says: string };

/** What is told of an error; of a fault its stack, for the log. */
export function toThreadError(error: unknown): ThreadError {
  if (error instanceof RuleViolation) {
    return { error: 'refused', code: error.code, says: error.message, facts: error.facts };
  }
  const trouble = diskTroubleIn(error);
  if (error instanceof StoreUnavailable || trouble !== null) {
    return { error: 'unavailable', says: error instanceof Error ? error.message : String(error), trouble };
  }
  if (error instanceof UnknownEvent) {
    const { type, version, position } = error;
    return { error: 'unknown-event', type, version, position };
  }
  return { error: 'failed', says: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

/** The error that was told, of its class. */
export function fromThreadError(told: ThreadError): Error {
  switch (told.error) {
    case 'refused':
      return new RuleViolation(told.code, told.says, told.facts);
    case 'unavailable':
      return new StoreUnavailable(told.says, causedBy(told.trouble));
    case 'unknown-event':
      return new UnknownEvent(told.type, told.version, told.position);
    case 'failed':
      return new Error(told.says);
  }
}

const causedBy = (trouble: string | number | null): ErrorOptions =>
  trouble === null ? {} : { cause: typeof trouble === 'number' ? { errcode: trouble } : { code: trouble } };
