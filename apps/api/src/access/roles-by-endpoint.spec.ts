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

it('opens no unit to people of another, whatever their role', async () => {
  const stranger = await service.join('officer', '外单位经办', ['900']);
  const watcher = await service.join('supervisor', '外单位监督', ['900']);
  const admin = await service.join('administrator', '管理员');
  const body = { unitName: '七百', unitType: 'institution' };
  const headers = { 'Idempotency-Key': 'opens-the-unit' };
  expect((await service.ask('POST /api/units/700/years/2023/open', { ...admin, body, headers })).status).toBe(201);
  const ofUnits = handlersOf(service.app).filter(({ path }) => path.includes(':unit'));
  expect(ofUnits.length).toBeGreaterThan(30);
  for (const { method, path, roles } of ofUnits) {
    const token = roles.includes('officer') ? stranger.token : roles.includes('supervisor') ? watcher.token : null;
    if (token === null) continue;
    const { status, body: answer } = await service.ask(`${method} ${filled(path)}`, { token });
    expect([method, path, status, answer.code]).toEqual([method, path, 403, 'unit-not-yours']);
  }
});
