import { Rebuild } from '@juesuan/application';
import { CommandBus } from '@nestjs/cqrs';
import { PASSWORD, type Service, startService } from '../apps/api/testing/service';
import { startPostgres } from './support/postgres';

describe.each(['the embedded store', 'PostgreSQL'])('signing in on %s', (store) => {
  let service: Service;
  let stop = async (): Promise<void> => undefined;
  beforeAll(async () => {
    const postgres = store === 'PostgreSQL' ? await startPostgres() : null;
    if (postgres !== null) stop = () => postgres.stop();
    service = await startService(postgres === null ? {} : { DATABASE_URL: postgres.url });
  });
  afterAll(async () => {
    await service.close();
    await stop();
  });

  it('goes on after a rebuild: users and sessions are not computed from events', async () => {
    const { token, cookie } = await service.join('officer', 'li');
    await service.app.get(CommandBus).execute(new Rebuild());
    expect(await service.ask('GET /api/me', { token })).toMatchObject({ status: 200, body: { name: 'li' } });
    const headers = { 'X-Juesuan': '1' };
    expect((await service.ask('POST /api/sign-in/refresh', { cookie, headers })).status).toBe(200);
    const body = { name: 'li', password: PASSWORD };
    expect((await service.ask('POST /api/sign-in', { body })).status).toBe(200);
  });

  it('answers names that no database can keep', async () => {
    const { token } = await service.join('administrator', 'chief');
    for (const name of ['%00', 'a%00b', '%F0%9F%98%80', '%ED%A0%80', "x'--", 'x'.repeat(3000)]) {
      const { status } = await service.ask(`POST /api/users/${name}/password`, { token });
      expect([400, 404]).toContain(status);
    }
  });
});
