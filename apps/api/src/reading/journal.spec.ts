import { join } from 'node:path';
import { ImportYear } from '@juesuan/application';
import { CommandBus } from '@nestjs/cqrs';
import { type Service, startService } from '../../testing/service';

const CASE = join(__dirname, '../../../../test/cases/zhuzhou-2023/input');

describe('one record of the journal', () => {
  let service: Service;
  let token: string;
  beforeAll(async () => {
    service = await startService();
    await service.app.get(CommandBus).execute(new ImportYear(CASE, 2023, '会计'));
    ({ token } = await service.join('officer', '经办甲', ['301001']));
  });
  afterAll(() => service.close());

  const record = (unit: string, revision: number | string) =>
    service.ask(`GET /api/units/${unit}/years/2023/journal/${revision}`, { token });

  it('is shown as stored, linked to the one before it', async () => {
    const [{ body: before }, { body: own }] = [await record('301001', 56), await record('301001', 57)];
    expect(own).toMatchObject({ reference: '301001.2023@57', actor: '会计', previousHash: before.hash });
    expect(own.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(own.data.amount).toBe(own.amount.fen);
  });

  it('is refused where there is none, and where the unit is not hers', async () => {
    expect((await record('301001', 999_999)).body.code).toBe('event-unknown');
    expect((await record('301001', 'last')).status).toBe(400);
    expect((await record('301008', 1)).body.code).toBe('unit-not-yours');
  });
});
