import { openDatabase } from '@juesuan/sql';
import { CompiledQuery } from 'kysely';
import { type Service, startService } from '../apps/api/testing/service';

let service: Service;
beforeAll(async () => void (service = await startService()));
afterAll(() => service.close());

/** Sends a list of units, and answers what its trial ended with. */
async function tried(token: string): Promise<{ id: string; state: string }> {
  const body = new FormData();
  body.set('year', '2023');
  body.append('files', new Blob(['单位编码,单位名称,上级单位编码,单位类型\n600,新设局,,部门\n']), '00-单位.csv');
  const headers = { Authorization: `Bearer ${token}` };
  const sent = await fetch(`${service.url}/api/imports`, { method: 'POST', headers, body });
  return ended(token, ((await sent.json()) as { id: string }).id);
}

/** Follows an import's progress to its end. */
async function ended(token: string, id: string) {
  await service.ask(`GET /api/imports/${id}/progress`, { token });
  return (await service.ask(`GET /api/imports/${id}`, { token })).body;
}

it('an import that broke off after its append does not say that nothing was recorded, and may be done again', async () => {
  const { token } = await service.join('officer', '经办', ['600']);
  const { id } = await tried(token);
  const file = openDatabase<object>({ sqliteFile: service.db });
  const edit = (text: string) => file.db.executeQuery(CompiledQuery.raw(text));
  await edit("CREATE TRIGGER full BEFORE UPDATE ON checkpoint BEGIN SELECT RAISE(ABORT, 'disk full'); END");
  await service.ask(`POST /api/imports/${id}/commit`, { token });
  expect(await ended(token, id)).toMatchObject({
    state: 'failed',
    says: expect.stringMatching(/未能确认.*再导入一次，不会重复记录/),
  });
  await edit('DROP TRIGGER full');
  await file.close();
  expect(await tried(token)).toMatchObject({ state: 'checked', recorded: 0, repeated: 1 });
});
