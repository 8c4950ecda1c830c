import createClient, { type Middleware } from 'openapi-fetch';
import type { components, paths } from './schema';

export type Schemas = components['schemas'];

/** An error as the service tells it: `detail` is a whole sentence for people (application/problem+json). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly fields: Readonly<Record<string, readonly string[]>> = {},
    readonly cells: readonly Schemas['CellErrorDto'][] = [],
  ) {
    super(detail);
    this.name = 'Problem';
  }
}

type SignedIn = Schemas['SignedInDto'];
type Listener = (signedIn: SignedIn | null) => void;

let current: SignedIn | null = null;
let hasExpired = false;
let refreshing: Promise<SignedIn | null> | null = null;
const listeners = new Set<Listener>();

/** Calls back whenever somebody signs in, her rights are renewed, or the session ends (null). */
export function onSession(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The access token is kept in memory only; the refresh token is a cookie no script can read. */
export function setSession(signedIn: SignedIn | null, expired = false): void {
  hasExpired = expired;
  current = signedIn;
  if (signedIn === null) forgetReached();
  for (const listener of listeners) listener(signedIn);
}

/**
 * Asks for a new access token with the refresh cookie; all who wait share one asking. Null where the session has ended; rejects
 * where the service cannot say so now: whoever is signed in stays so.
 */
export function refreshSession(): Promise<SignedIn | null> {
  refreshing ??= renewed().finally(() => (refreshing = null));
  return refreshing;
}

async function renewed(): Promise<SignedIn | null> {
  const response = await fetch('/api/sign-in/refresh', { method: 'POST', headers: { 'X-Juesuan': '1' } });
  if (!response.ok && response.status !== 401) throw await problemIn(response);
  const signedIn = response.ok ? ((await response.json()) as SignedIn) : null;
  // Who had not signed in here has nothing that could end; who was asked to sign in again stays so until she does.
  setSession(signedIn, signedIn === null && (current !== null || hasExpired));
  return signedIn;
}

/** Whether the session ended by itself, and nobody signed in since. */
export const sessionHasExpired = (): boolean => hasExpired;

let newest: string | null = null;

/** Notes how far this page knows the records to have come, by receipts and by what it is told live: nothing older is read any more. */
export function reached(position: string | null): void {
  if (position !== null && (newest === null || position > newest)) newest = position;
}

/** Forgets how far the records have come: they may be others now, as after a restore. */
export function forgetReached(): void {
  newest = null;
}

/** What is read of units waits for what was recorded; where several machines project, the one asked may be behind. */
function upToDate(request: Request): Request {
  const url = new URL(request.url);
  if (newest === null || request.method !== 'GET' || !url.pathname.startsWith('/api/units')) return request;
  url.searchParams.set('after', newest);
  return new Request(url, request);
}

/** Sends a request; where what this page knows of is not in the records any more, as after a restore, it is forgotten and asked anew. */
export async function send(asked: Request): Promise<Response> {
  const plain = asked.clone();
  const response = await sendSignedIn(upToDate(asked));
  if (response.status !== 400 || (await problemIn(response.clone())).code !== 'position-unknown') return response;
  forgetReached();
  return sendSignedIn(plain);
}

/** Sends a request with the access token; an expired one is renewed once, so that nothing half-typed is lost. */
async function sendSignedIn(request: Request): Promise<Response> {
  const again = request.clone();
  const response = await fetch(authorized(request));
  if (response.status !== 401 || current === null) return response;
  return (await refreshSession()) === null ? response : fetch(authorized(again));
}

function authorized(request: Request): Request {
  if (current !== null) request.headers.set('Authorization', `Bearer ${current.accessToken}`);
  return request;
}

const throwsProblems: Middleware = {
  async onResponse({ request, response }) {
    if (!response.ok) throw await problemIn(response);
    if (request.method !== 'GET')
      noteReceipts(
        (await response
          .clone()
          .json()
          .catch(() => null)) as unknown,
      );
  },
  onError: ({ error }) => (error instanceof Problem ? error : unreachable()),
};

/** A command answers with its receipt, or with one for each unit. */
function noteReceipts(answer: unknown): void {
  for (const receipt of [answer].flat()) {
    const { position } = (receipt ?? {}) as { position?: unknown };
    if (typeof position === 'string') reached(position);
  }
}

const unreachable = (): Problem =>
  new Problem(0, 'unreachable', '连不上服务，请检查网络；没有提交成功的内容还在页面上。');

/** A proxy's answers where the service behind it is not there, and the service's own where it cannot take more. */
const AWAY = [429, 502, 503, 504];

/** What an answer that is no success says. */
export async function problemIn(response: Response): Promise<Problem> {
  const isProblem = response.headers.get('Content-Type')?.includes('problem+json') ?? false;
  if (!isProblem && AWAY.includes(response.status)) return unreachable();
  if (!isProblem) return new Problem(response.status, 'fault', `服务出错（${response.status}），请稍后再试。`);
  const { code, detail, fields, cells } = (await response.json()) as Problem & { detail: string };
  return new Problem(response.status, code, detail, fields, cells);
}

/** The service's resources, typed from its OpenAPI description. Rejects with {@link Problem}. */
export const api = createClient<paths>({ baseUrl: location.origin, fetch: send });
api.use(throwsProblems);

/** What every command carries beside its address and its content. */
export interface CommandHeaders {
  readonly 'Idempotency-Key': string;
  readonly 'If-Match'?: string;
}

/** Headers of a command: the key makes a retry harmless; `seen` is the year's revision the form was filled in on. */
export const commandHeaders = (key: string, seen?: number): CommandHeaders => ({
  'Idempotency-Key': key,
  ...(seen === undefined ? {} : { 'If-Match': `"${seen}"` }),
});

/** A new key for a new command; keep it for retries of the same one. */
export const newKey = (): string => crypto.randomUUID();
