import { ROLES } from '@juesuan/access';
import { openApiOf } from '../open-api';
import { type Service, startService } from '../../testing/service';
import { handlersOf } from '../../testing/handlers';

let service: Service;
const tokens: Partial<Record<(typeof ROLES)[number], string>> = {};
beforeAll(async () => {
  service = await startService();
  for (const role of ROLES) tokens[role] = (await service.join(role, `有${role}`, ['700'])).token;
});
afterAll(() => service.close());

/** An address with something in every place. */
const filled = (path: string): string =>
  path.replace(/:(\w+)/g, (_, name: string) => (name === 'year' ? '2023' : name === 'unit' ? '700' : 'x'));

it('knows every operation that the description offers', () => {
  const described = Object.entries(openApiOf(service.app).paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
  );
  expect(
    handlersOf(service.app)
      .map(({ method, path }) => `${method} ${path}`)
      .sort(),
  ).toEqual(described.sort());
});

it('refuses everybody who is not signed in, everywhere but where anybody may', async () => {
  for (const { method, path, publicly } of handlersOf(service.app)) {
    const { status } = await service.ask(`${method} ${filled(path)}`);
    expect([method, path, status === 401]).toEqual([method, path, !publicly && !path.startsWith('/api/sign-in')]);
  }
});

it('refuses each role what it may not do, and nothing else for its role', async () => {
  const cells = handlersOf(service.app).flatMap((handler) => ROLES.map((role) => ({ ...handler, role })));
  expect(cells.length).toBeGreaterThan(240);
  for (const { method, path, publicly, roles, role } of cells) {
    // These streams do not end by themselves; who may open them is told before they begin.
    const allowed = publicly || roles.includes(role);
    if (allowed && path === '/api/live') continue;
    if (path === '/api/sign-out-everywhere' || path === '/api/sign-out' || path === '/api/rebuild') continue;
    const { status, body } = await service.ask(`${method} ${filled(path)}`, { token: tokens[role] ?? '' });
    const refused = status === 403 && body.code === 'not-permitted';
    expect([role, method, path, refused]).toEqual([role, method, path, !allowed]);
  }
});

describe('a unit and people of another', () => {
  const FOREIGN = ['officer', 'reviewer', 'supervisor'] as const;
  const strangers: Partial<Record<(typeof ROLES)[number], string>> = {};
  beforeAll(async () => {
    for (const role of FOREIGN) strangers[role] = (await service.join(role, `外单位${role}`, ['900'])).token;
    const admin = await service.join('administrator', '管理员');
    const body = { unitName: '七百局', unitType: 'institution' };
    const headers = { 'Idempotency-Key': 'opens-the-unit' };
    expect((await service.ask('POST /api/units/700/years/2023/open', { ...admin, body, headers })).status).toBe(201);
  });

  it('stays closed to them, whatever their role', async () => {
    const ofUnits = handlersOf(service.app).filter(({ path }) => path.includes(':unit'));
    const cells = ofUnits.flatMap((handler) =>
      FOREIGN.filter((role) => handler.roles.includes(role)).map((role) => ({ ...handler, role })),
    );
    for (const { method, path, role } of cells) {
      const { status, body } = await service.ask(`${method} ${filled(path)}`, { token: strangers[role] ?? '' });
      expect([role, method, path, status, body.code]).toEqual([role, method, path, 403, 'unit-not-yours']);
    }
    const asked = new Set(cells.map(({ name }) => name));
    const unasked = ofUnits.filter(({ name }) => !asked.has(name));
    expect(unasked.filter(({ roles }) => roles.join() !== 'administrator')).toEqual([]);
    expect([asked.size > 30, cells.length > 70]).toEqual([true, true]);
  });

  it('is looked after by every administrator, whatever units are listed for her; as an officer she keeps to those', async () => {
    const both = await service.join('administrator', '兼任', ['910']);
    await service.access.changeUser('兼任', { roles: ['administrator', 'officer'] }, 'system');
    const signedIn = await service.ask('POST /api/sign-in', { body: { name: '兼任', password: both.password } });
    const token = signedIn.body.accessToken as string;
    const send = (what: string, body: object) =>
      service.ask(`POST /api/units/${what}`, {
        token,
        body,
        headers: { 'Idempotency-Key': `as-both-${what.replaceAll('/', '.')}` },
      });
    const opened = await send('800/years/2023/open', { unitName: '八百局', unitType: 'institution' });
    expect(opened.status).toBe(201);
    const line = { fundSource: 'generalPublic', item: '2080101', kind: 'basic', project: '' };
    const budget = { line, amount: '5.00', origin: 'current' };
    const foreign = await send('800/years/2023/original-budget', budget);
    expect([foreign.status, foreign.body.code]).toEqual([403, 'unit-not-yours']);
    expect((await service.ask('GET /api/units/800/years/2023', { token })).status).toBe(200);
    await send('910/years/2023/open', { unitName: '九一〇局', unitType: 'institution' });
    expect((await send('910/years/2023/original-budget', budget)).status).toBe(201);
  });

  it('is not named to them where they ask for what their year does not know', async () => {
    for (const role of FOREIGN) {
      const asked = { token: strangers[role] ?? '' };
      const { status, body } = await service.ask('GET /api/units/900/years/2023/account', asked);
      expect([status, body.code]).toEqual([404, 'unit-unknown']);
      expect(JSON.stringify(body)).not.toMatch(/700|七百局/);
    }
  });
});
