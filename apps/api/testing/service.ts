import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Access, Role } from '@juesuan/access';
import type { INestApplication } from '@nestjs/common';
import { ACCESS } from '../src/access/store';
import { createApi } from '../src/app';
import { apiSettingsFrom } from '../src/settings';
import { assertDescribed } from './described';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests read answers as they come; their assertions are the check
type Json = any;

/** What an endpoint answered. */
export interface Answer {
  readonly status: number;
  readonly body: Json;
  readonly headers: Headers;
  /** `Set-Cookie`, each as it was sent. */
  readonly cookies: readonly string[];
}

export interface Asked {
  readonly token?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookie?: string;
}

/** The service on a port and a database of its own, asked over real HTTP. */
export interface Service {
  readonly app: INestApplication;
  readonly url: string;
  readonly db: string;
  readonly access: Access;
  /** `ask('POST /api/sign-in', …)`; redirects are answers, not followed. */
  ask(what: string, asked?: Asked): Promise<Answer>;
  /** Makes a user who has a password of her own, and signs her in. */
  join(
    role: Role,
    name: string,
    units?: readonly string[],
  ): Promise<{ token: string; password: string; cookie: string }>;
  close(): Promise<void>;
}

/** Threads of the service run its sources uncompiled, like the tests themselves. */
const PRELOAD = [join(__dirname, '../../../test/support/register.cjs')];

export const PASSWORD = 'k7mq-x2fd-9hwp-t4rz';

export async function startService(env: Readonly<Record<string, string>> = {}): Promise<Service> {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-api-'));
  const given = apiSettingsFrom({ JUESUAN_DB: join(folder, 'test.db'), LOG_LEVEL: 'silent', ...env });
  const settings = { ...given, stores: { ...given.stores, preload: PRELOAD } };
  const app = await createApi(settings);
  await app.listen(settings.port === 3000 ? 0 : settings.port, '127.0.0.1');
  const url = await app.getUrl();
  const access = app.get<Access>(ACCESS);
  const ask = async (what: string, asked: Asked = {}): Promise<Answer> => {
    const answer = await send(url, what, asked);
    assertDescribed(what, answer);
    return answer;
  };
  return {
    app,
    url,
    db: settings.stores.db,
    access,
    ask,
    join: async (role, name, units = []) => {
      const { password } = await access.createUser({ name, displayName: name, roles: [role], units }, 'system');
      await access.changePassword(name, password, PASSWORD);
      return signedIn(await ask('POST /api/sign-in', { body: { name, password: PASSWORD } }));
    },
    close: async () => {
      await app.close();
      rmSync(folder, { recursive: true });
    },
  };
}

const signedIn = ({ body, cookies }: Answer) => ({
  token: (body as { accessToken: string }).accessToken,
  password: PASSWORD,
  cookie: pairOf(cookies[0]),
});

/** `name=value` of a Set-Cookie. */
export const pairOf = (cookie = ''): string => cookie.split(';')[0] ?? '';

async function send(url: string, what: string, { token, body, headers, cookie }: Asked): Promise<Answer> {
  const [method, path] = what.split(' ');
  const response = await fetch(`${url}${path}`, {
    method: method ?? 'GET',
    redirect: 'manual',
    headers: {
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(cookie === undefined ? {} : { Cookie: cookie }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const read: unknown = /json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : text;
  return { status: response.status, body: read, headers: response.headers, cookies: response.headers.getSetCookie() };
}

/** A port that is free now, for who must know it before the service listens. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
