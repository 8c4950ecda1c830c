import { PASSWORD, type Service, startService } from '../../testing/service';

let service: Service;
let chief: string;
beforeAll(async () => {
  service = await startService();
  chief = (await service.join('administrator', 'chief')).token;
});
afterAll(() => service.close());

const LI = { name: 'li', displayName: '李雷', roles: ['officer'], units: ['500001'] };
const asChief = (what: string, body?: unknown) =>
  service.ask(what, { token: chief, ...(body === undefined ? {} : { body }) });

it('makes a user, who signs in with the one-time password', async () => {
  const { status, body } = await asChief('POST /api/users', LI);
  expect({ status, name: body.name }).toEqual({ status: 201, name: 'li' });
  const signedIn = await service.ask('POST /api/sign-in', { body: { name: 'li', password: body.password } });
  expect(signedIn.body.user).toMatchObject({ ...LI, mustChangePassword: true });
  expect(await asChief('POST /api/users', LI)).toMatchObject({ status: 409, body: { code: 'user-exists' } });
});

it.each([
  ['an unknown role', { ...LI, roles: ['king'] }],
  ['roles that are no list', { ...LI, roles: 'officer' }],
  ['a unit that is no text', { ...LI, units: [500] }],
  ['a unit with a blank', { ...LI, units: ['50 0'] }],
  ['a name for display with a line break', { ...LI, displayName: 'a\nb' }],
  ['a password', { ...LI, password: PASSWORD }],
  ['nothing', {}],
])('takes no %s', async (_what, body) => {
  expect(await asChief('POST /api/users', body)).toMatchObject({ status: 400, body: { code: 'malformed' } });
});

it.each([
  ['roles', { roles: null }],
  ['units', { units: null }],
  ['a name for display', { displayName: null }],
  ['being disabled', { disabled: null }],
])('does not take null for %s', async (_what, body) => {
  expect(await asChief('PATCH /api/users/li', body)).toMatchObject({ status: 400, body: { code: 'malformed' } });
});

it('takes no request without a body, and no broken address', async () => {
  for (const what of ['POST /api/users', 'POST /api/sign-in', 'POST /api/me/password', 'PATCH /api/users/%E0%A4%A']) {
    expect(await asChief(what)).toMatchObject({ status: 400, body: { code: 'malformed' } });
  }
});

it('lists users, none with a hash', async () => {
  const { body } = await asChief('GET /api/users');
  expect((body as { name: string }[]).map(({ name }) => name)).toEqual(['chief', 'li']);
  expect(JSON.stringify(body)).not.toMatch(/argon2|hash/i);
});

it('changes rights; tokens with the old ones are good no more', async () => {
  const { token } = await service.join('officer', 'wang', ['500001']);
  expect((await asChief('PATCH /api/users/wang', { roles: ['administrator'] })).body.roles).toEqual(['administrator']);
  expect((await service.ask('GET /api/me', { token })).status).toBe(401);
  expect(await asChief('PATCH /api/users/wang', { disabled: true })).toMatchObject({ body: { disabled: true } });
  const signIn = await service.ask('POST /api/sign-in', { body: { name: 'wang', password: PASSWORD } });
  expect(signIn).toMatchObject({ status: 403, body: { code: 'user-disabled' } });
  expect(await asChief('PATCH /api/users/nobody', {})).toMatchObject({ status: 404, body: { code: 'user-unknown' } });
  expect(await asChief('PATCH /api/users/%00', {})).toMatchObject({ status: 404 });
  expect(await asChief('PATCH /api/users/chief', { roles: ['officer'] })).toMatchObject({
    status: 422,
    body: { code: 'last-administrator' },
  });
});

it('takes a Chinese name in an address', async () => {
  await service.join('officer', '张三');
  const path = `/api/users/${encodeURIComponent('张三')}`;
  expect((await asChief(`PATCH ${path}`, { displayName: '张三丰' })).body.displayName).toBe('张三丰');
});

it('resets a password to a one-time one', async () => {
  await service.join('officer', 'zhou');
  const { status, body } = await asChief('POST /api/users/zhou/password');
  expect(status).toBe(200);
  const signedIn = await service.ask('POST /api/sign-in', { body: { name: 'zhou', password: body.password } });
  expect(signedIn.body.user.mustChangePassword).toBe(true);
  expect((await asChief('POST /api/users/nobody/password')).status).toBe(404);
});

it('logs who changed what about whom', async () => {
  await asChief('PATCH /api/users/li', { units: ['600'] });
  const { body } = await asChief('GET /api/users/log?limit=1');
  expect(body).toMatchObject([{ by: 'chief', action: 'user-changed', whom: 'li', detail: { units: ['600'] } }]);
  expect(body[0].at).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  for (const limit of ['0', '1001', 'x']) expect((await asChief(`GET /api/users/log?limit=${limit}`)).status).toBe(400);
});

it('lets nobody but administrators at it', async () => {
  const endpoints = [
    'GET /api/users',
    'GET /api/users/log',
    'POST /api/users',
    'PATCH /api/users/li',
    'POST /api/users/li/password',
  ];
  for (const role of ['officer', 'reviewer', 'supervisor'] as const) {
    const { token } = await service.join(role, `some-${role}`);
    for (const each of endpoints) {
      expect(await service.ask(each, { token })).toMatchObject({ status: 403, body: { code: 'not-permitted' } });
    }
  }
  for (const each of endpoints) expect((await service.ask(each)).status).toBe(401);
});
