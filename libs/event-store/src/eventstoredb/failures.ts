import { setTimeout as pause } from 'node:timers/promises';
import { StoreUnavailable } from '../port';

/** How long one call may take and how often it is tried before the store counts as unavailable. */
export interface Patience {
  readonly timeoutMs: number;
  readonly attempts: number;
  /** Before the second attempt; doubles with each further one. */
  readonly pauseMs: number;
}

interface Failure {
  readonly code?: number;
  readonly type?: string;
  readonly message?: string;
}

const UNAVAILABLE = 14;
const PASSING = new Set(['unavailable', 'deadline-exceeded', 'timeout', 'cancelled', 'not-leader']);
const LASTING = new Set(['access-denied', 'invalid-argument', 'stream-deleted', 'unsupported']);

/** The client's three ways to say that no server answered, and our own timeout: trying again may help. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof StoreUnavailable) return true;
  const { code, type = '', message = '' } = error as Failure;
  return code === UNAVAILABLE || PASSING.has(type) || /discover/.test(message);
}

/**
 * Whether a subscription may come back after this: any failure between client and server, but neither a refusal that will
 * stand nor an error of this program.
 */
export function mayPass(error: unknown): boolean {
  const { code, type } = error as Failure;
  return isUnavailable(error) || ((code !== undefined || type !== undefined) && !LASTING.has(type ?? ''));
}

/**
 * Runs a call with a deadline of its own – the client's calls may stay silent for ever – and again when it failed in a way
 * that may pass. `call` must be safe to repeat: what an attempt without an answer did is unknown.
 */
export async function persist<T>(patience: Patience, call: (signal: AbortSignal) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await withDeadline(patience.timeoutMs, call);
    } catch (cause) {
      if (!isUnavailable(cause)) throw cause;
      if (attempt >= patience.attempts) {
        throw new StoreUnavailable(`事件库没有应答：${(cause as Error).message}`, { cause });
      }
    }
    await pause(patience.pauseMs * 2 ** (attempt - 1));
  }
}

async function withDeadline<T>(ms: number, call: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const over = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StoreUnavailable(`${ms} 毫秒内没有应答`)), ms);
  });
  try {
    return await Promise.race([call(over.signal), silence]);
  } finally {
    clearTimeout(timer);
    // Ends what the call may still hold open.
    over.abort();
  }
}
