import { Browser, startProvider } from '../../testing/provider';
import { freePort, type Service, startService } from '../../testing/service';
import { apiSettingsFrom } from '../settings';

const back = (url: URL): boolean => url.pathname === '/' || url.pathname === '/sign-in';

describe.each(['id-token', 'user-info'] as const)('single sign-on, the profile in the %s', (profileIn) => {
  let service: Service;
  let provider: { stop: () => Promise<void> };

  beforeAll(async () => {
    const [port, issuer] = [await freePort(), await freePort()];
    const redirect = `http://127.0.0.1:${port}/api/sign-in/oidc/callback`;
    provider = await startProvider(issuer, redirect, profileIn);
    service = await startService({
      PORT: `${port}`,
      OIDC_ISSUER: `http://127.0.0.1:${issuer}`,
      OIDC_CLIENT_ID: 'juesuan',
      OIDC_CLIENT_SECRET: 'a-secret-of-the-tests',
      OIDC_REDIRECT: redirect,
    });
    const user = { name: 'li', displayName: '李雷', roles: ['officer'], units: ['500001'] } as const;
    await service.access.createUser(user, 'system');
  });
  afterAll(async () => {
    await service.close();
    await provider.stop();
  });

  const begin = () => `${service.url}/api/sign-in/oidc`;
  const callback = (search: string) => new URL(`${service.url}/api/sign-in/oidc/callback${search}`);

  it('says that there is one', async () => {
    expect((await service.ask('GET /api/sign-in')).body).toEqual({ oidc: true });
  });

  it('lets in who the provider knows and the office has made a user, with the roles she has here', async () => {
    const browser = new Browser();
    const end = await browser.signIn(begin(), 'li', back);
    expect(end.href).toBe(`${service.url}/`);
    expect(browser.cookie(end, 'juesuan_oidc')).toBeUndefined();
    const cookie = `juesuan_refresh=${browser.cookie(end, 'juesuan_refresh')}`;
    const { body } = await service.ask('POST /api/sign-in/refresh', { cookie, headers: { 'X-Juesuan': '1' } });
    expect(body.user).toMatchObject({ name: 'li', roles: ['officer'], mustChangePassword: false });
    expect((await service.ask('GET /api/me', { token: body.accessToken as string })).status).toBe(200);
  });

  it('lets in nobody who is no user here, or a disabled one, and tells the page why', async () => {
    const stranger = new Browser();
    expect((await stranger.signIn(begin(), 'han', back)).search).toBe('?problem=user-unknown');
    const user = { name: 'mei', displayName: '韩梅', roles: ['officer'], units: [] } as const;
    await service.access.createUser(user, 'system');
    await service.access.changeUser('mei', { disabled: true }, 'system');
    const end = await new Browser().signIn(begin(), 'mei', back);
    expect(end.search).toBe('?problem=user-disabled');
    expect(stranger.cookie(end, 'juesuan_refresh')).toBeUndefined();
  });

  it('takes a way back only in the browser that went there, once, with its own state', async () => {
    const browser = new Browser();
    const arrived = await browser.signIn(begin(), 'li', ({ pathname }) => pathname.endsWith('/callback'));
    expect(arrived.searchParams.get('code')).not.toBeNull();
    const failed = { location: '/sign-in?problem=oidc-failed', cookie: undefined };
    const go = async (who: Browser, url: URL) => {
      const answer = await who.send(url);
      return { location: answer.headers.get('location'), cookie: who.cookie(url, 'juesuan_refresh') };
    };
    expect(await go(new Browser(), arrived)).toEqual(failed);
    const other = new Browser();
    await other.send(new URL(begin()));
    expect(await go(other, arrived)).toEqual(failed);
    expect(await go(browser, arrived)).toMatchObject({ location: '/' });
    const again = new Browser();
    for (const search of ['', '?code=x', '?error=access_denied', `?code=x&state=${'y'.repeat(500)}`]) {
      await again.send(new URL(begin()));
      expect(await go(again, callback(search))).toEqual(failed);
    }
  });
});

it('is not there where the settings do not switch it on', async () => {
  const plain = await startService();
  for (const path of ['/api/sign-in/oidc', '/api/sign-in/oidc/callback?code=x']) {
    expect(await plain.ask(`GET ${path}`)).toMatchObject({ status: 404, body: { code: 'oidc-off' } });
  }
  await plain.close();
});

it('says so where the provider does not answer', async () => {
  const gone = await startService({
    OIDC_ISSUER: `http://127.0.0.1:${await freePort()}`,
    OIDC_CLIENT_ID: 'juesuan',
    OIDC_CLIENT_SECRET: 'x',
    OIDC_REDIRECT: 'http://127.0.0.1/api/sign-in/oidc/callback',
  });
  expect(await gone.ask('GET /api/sign-in/oidc')).toMatchObject({ status: 503, body: { code: 'oidc-unavailable' } });
  await gone.close();
});

it('wants all of its settings or none', () => {
  expect(() => apiSettingsFrom({ OIDC_ISSUER: 'http://127.0.0.1:1' })).toThrow(/OIDC_CLIENT_ID[^]*OIDC_REDIRECT/);
  expect(() => apiSettingsFrom({ JUESUAN_SECRET: 'short' })).toThrow(/JUESUAN_SECRET/);
});
