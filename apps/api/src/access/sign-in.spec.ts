import { JwtService } from '@nestjs/jwt';
import { PASSWORD, pairOf, type Service, startService } from '../../testing/service';

let service: Service;
beforeAll(async () => void (service = await startService()));
afterAll(() => service.close());

const own = { 'X-Juesuan': '1' };
const signIn = (name: string, password = PASSWORD) => service.ask('POST /api/sign-in', { body: { name, password } });

describe('signing in', () => {
  it('says which ways there are', async () => {
    expect(await service.ask('GET /api/sign-in')).toMatchObject({ status: 200, body: { oidc: false } });
  });

  it('answers an access token, and sends the refresh token in a cookie that only signing in gets', async () => {
    await service.join('officer', 'li', ['500001']);
    const { status, body, cookies } = await signIn('li');
    expect(status).toBe(200);
    expect(body).toMatchObject({ expiresInSeconds: 600, user: { name: 'li', roles: ['officer'], units: ['500001'] } });
    expect(cookies).toHaveLength(1);
    expect(cookies[0]).toMatch(/^juesuan_refresh=[\w-]{43}; .*Path=\/api\/sign-in;.*HttpOnly; SameSite=Strict$/);
    expect(JSON.stringify(body)).not.toContain(pairOf(cookies[0]).split('=')[1]);
    expect(JSON.stringify(body)).not.toMatch(/hash|generation/i);
  });

  it('sends the cookie over TLS only where the request came so', async () => {
    const proxied = await startService({ TRUSTED_PROXIES: '1' });
    await proxied.join('officer', 'li');
    const body = { name: 'li', password: PASSWORD };
    const headers = { 'X-Forwarded-Proto': 'https' };
    expect((await proxied.ask('POST /api/sign-in', { body, headers })).cookies[0]).toContain('; Secure;');
    expect((await proxied.ask('POST /api/sign-in', { body })).cookies[0]).not.toContain('Secure');
    await proxied.close();
  });

  it('refuses a wrong password and an unknown name with the same words, as a problem', async () => {
    const [wrong, unknown] = [await signIn('li', 'something'), await signIn('nobody', 'something')];
    expect(wrong).toMatchObject({ status: 401, body: { code: 'sign-in-failed' }, cookies: [] });
    expect({ ...unknown.body, request: '' }).toEqual({ ...wrong.body, request: '' });
    expect(wrong.headers.get('content-type')).toContain('application/problem+json');
  });

  it.each([
    ['a number for a name', { name: 1, password: 'x' }],
    ['no password', { name: 'li' }],
    ['an unknown field', { name: 'li', password: 'x', admin: true }],
    ['a name with a control character', { name: 'li\u0000', password: 'x' }],
    ['an endless password', { name: 'li', password: 'x'.repeat(201) }],
    ['a list', [1]],
    ['nothing', null],
  ])('takes no %s', async (_what, body) => {
    expect(await service.ask('POST /api/sign-in', { body })).toMatchObject({
      status: 400,
      body: { code: 'malformed' },
    });
  });

  it('locks a name out after five failures and says for how long', async () => {
    await service.join('officer', 'zhao');
    for (let attempt = 0; attempt < 5; attempt++) await signIn('zhao', 'wrong');
    const { status, body, headers } = await signIn('zhao');
    expect({ status, code: body.code }).toEqual({ status: 429, code: 'locked-out' });
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(50);
  });

  it('bounds how often a name is tried, whoever tries it', async () => {
    const answers = [];
    for (let attempt = 0; attempt < 21; attempt++) answers.push(await signIn(' Somebody', 'x'));
    expect(answers.at(-2)?.body.code).toBe('locked-out');
    expect(answers.at(-1)).toMatchObject({ status: 429, body: { code: 'too-many-requests' } });
    expect((await signIn('li')).status).toBe(200);
  });
});

describe('a session', () => {
  it('is refreshed by the cookie; the next cookie takes its place', async () => {
    const { cookie } = await service.join('officer', 'qian');
    const next = await service.ask('POST /api/sign-in/refresh', { cookie, headers: own });
    expect(next).toMatchObject({ status: 200, body: { user: { name: 'qian' } } });
    expect(pairOf(next.cookies[0])).not.toBe(cookie);
    expect((await service.ask('GET /api/me', { token: next.body.accessToken })).body.name).toBe('qian');
  });

  it('is not refreshed from another site’s page, nor without a cookie, nor with a made-up one', async () => {
    const { cookie } = await service.join('officer', 'sun');
    const refresh = (asked: object) => service.ask('POST /api/sign-in/refresh', asked);
    expect(await refresh({ cookie })).toMatchObject({ status: 403, body: { code: 'own-pages-only' } });
    const form = { 'Content-Type': 'text/plain' };
    expect(await refresh({ cookie, headers: form })).toMatchObject({ status: 403, body: { code: 'own-pages-only' } });
    for (const other of [undefined, 'juesuan_refresh=x', 'juesuan_refresh=j:{"a":1}']) {
      const asked = { headers: own, ...(other === undefined ? {} : { cookie: other }) };
      expect(await refresh(asked)).toMatchObject({ status: 401, body: { code: 'session-expired' } });
    }
    expect((await refresh({ cookie, body: {} })).status).toBe(200);
  });

  it('ends by signing out, here, its access token too', async () => {
    const { cookie, token } = await service.join('officer', 'wu');
    const elsewhere = await signIn('wu');
    expect((await service.ask('GET /api/me', { token })).status).toBe(200);
    const out = await service.ask('POST /api/sign-out', { token, headers: own });
    expect(out.status).toBe(204);
    expect(out.cookies[0]).toMatch(/^juesuan_refresh=; .*Path=\/api\/sign-in; Expires=Thu, 01 Jan 1970/);
    expect((await service.ask('POST /api/sign-in/refresh', { cookie, headers: own })).status).toBe(401);
    expect(await service.ask('GET /api/me', { token })).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });
    const other = pairOf(elsewhere.cookies[0]);
    expect((await service.ask('GET /api/me', { token: elsewhere.body.accessToken })).status).toBe(200);
    expect((await service.ask('POST /api/sign-in/refresh', { cookie: other, headers: own })).status).toBe(200);
  });

  it('ends everywhere, access tokens too', async () => {
    const { token } = await service.join('officer', 'zheng');
    const elsewhere = await signIn('zheng');
    expect((await service.ask('POST /api/sign-out-everywhere', { token, headers: own })).status).toBe(204);
    for (const dead of [token, elsewhere.body.accessToken as string]) {
      expect(await service.ask('GET /api/me', { token: dead })).toMatchObject({ status: 401 });
    }
    const cookie = pairOf(elsewhere.cookies[0]);
    expect((await service.ask('POST /api/sign-in/refresh', { cookie, headers: own })).status).toBe(401);
  });
});

describe('an access token', () => {
  it('is needed, ours, whole and an access token', async () => {
    const { token } = await service.join('officer', 'feng');
    const [head, claims, signature] = token.split('.');
    const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
    const jwt = service.app.get(JwtService);
    const said = jwt.decode<Record<string, unknown>>(token);
    const hers = Object.fromEntries(Object.entries(said).filter(([name]) => !['aud', 'iat', 'exp'].includes(name)));
    const other = await jwt.signAsync(hers, { audience: 'oidc', expiresIn: 600 });
    const old = await jwt.signAsync(hers, { audience: 'access', expiresIn: -1 });
    const foreign = await jwt.signAsync(hers, { audience: 'access', expiresIn: 600, secret: 'x'.repeat(32) });
    const bad = ['', 'x', `${none}.${claims}.`, `${head}.${claims}.${signature?.slice(1)}`, other, old, foreign];
    for (const each of bad) {
      const answer = await service.ask('GET /api/me', { token: each });
      expect(answer).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });
    }
    expect((await service.ask('GET /api/me')).status).toBe(401);
    expect((await service.ask('GET /api/me', { token })).status).toBe(200);
  });
});

describe('her own password', () => {
  it('must be changed first where it is a one-time one', async () => {
    const user = { name: 'wei', displayName: '卫', roles: ['administrator'], units: [] } as const;
    const { password } = await service.access.createUser(user, 'system');
    const first = (await signIn('wei', password)).body.accessToken as string;
    expect(await service.ask('GET /api/users', { token: first })).toMatchObject({
      status: 403,
      body: { code: 'password-change-required' },
    });
    expect((await service.ask('GET /api/me', { token: first })).body.mustChangePassword).toBe(true);
    const weak = { current: password, next: '1234567890' };
    expect(await service.ask('POST /api/me/password', { token: first, body: weak })).toMatchObject({
      status: 422,
      body: { code: 'password-weak' },
    });
    const changed = await service.ask('POST /api/me/password', {
      token: first,
      body: { current: password, next: PASSWORD },
    });
    expect(changed.status).toBe(200);
    expect((await service.ask('GET /api/users', { token: changed.body.accessToken })).status).toBe(200);
    expect((await service.ask('GET /api/me', { token: first })).status).toBe(401);
    const cookie = pairOf(changed.cookies[0]);
    expect((await service.ask('POST /api/sign-in/refresh', { cookie, headers: own })).status).toBe(200);
  });
});

it('after a restore no token given out before opens anything, with a secret of the office’s own too', async () => {
  const env = { JUESUAN_SECRET: 'a secret of the office, long enough' };
  const home = await startService(env);
  const { token } = await home.join('officer', 'qian', ['500001']);
  const asked = { token, headers: own };
  expect((await home.ask('GET /api/me', asked)).status).toBe(200);
  // The file as a restore leaves it, opened by a service that starts on it.
  await home.access.endEverySession('chief', { backup: 'yesterday.db' });
  const again = await startService({ ...env, JUESUAN_DB: home.db });
  expect((await again.ask('GET /api/me', asked)).status).toBe(401);
  await again.close();
  await home.close();
});
