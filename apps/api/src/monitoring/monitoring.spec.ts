import { join } from 'node:path';
import { ImportYear } from '@juesuan/application';
import { CommandBus } from '@nestjs/cqrs';
import { type Service, startService } from '../../testing/service';

const CASE = join(__dirname, '../../../../test/cases/zhuzhou-2023/input');

interface Month {
  readonly month: number;
  readonly paid: { readonly fen: number };
}

describe('execution against time', () => {
  let service: Service;
  let token: string;
  beforeAll(async () => {
    service = await startService();
    await service.app.get(CommandBus).execute(new ImportYear(CASE, 2023, '会计'));
    ({ token } = await service.join('supervisor', '监督甲', ['301']));
  });
  afterAll(() => service.close());

  const execution = async (query: string) =>
    (await service.ask(`GET /api/units/301/years/2023/monitoring/execution?${query}`, { token })).body;

  it.each(['2023-06-30', '2023-12-31'])('by month comes to what was paid until %s', async (asOf) => {
    const { months, total, target } = await execution(`by=month&asOf=${asOf}`);
    expect(months.at(-1)).toMatchObject({ cumulative: total.paid, final: total.final, rate: total.rate, target });
    expect(months.reduce((sum: number, { paid }: Month) => sum + paid.fen, 0)).toBe(total.paid.fen);
    expect(months.map(({ month }: Month) => month)).toEqual(
      Array.from({ length: Number(asOf.slice(5, 7)) }, (_, index) => index + 1),
    );
  });

  it('by unit and by class comes to the same total, and is the same as the lines say', async () => {
    const asked = 'asOf=2023-09-30';
    const [units, classes] = [await execution(`by=unit&${asked}`), await execution(`by=class&${asked}`)];
    const { body } = await service.ask(`GET /api/units/301/years/2023/lines?${asked}`, { token });
    expect(units.total).toEqual(classes.total);
    expect(body.total).toEqual({ ...body.total, paid: units.total.paid, final: units.total.final });
    expect(units.timeProgress).toBe('74.79');
    expect(units.target).toBe('75.00');
  });

  it('alerts to each unit behind time, in a sentence with its figures', async () => {
    const { rows } = await execution('by=unit&asOf=2023-06-30');
    const late = rows
      .filter(({ lag }: { lag: string }) => lag !== 'none')
      .map(({ key }: { key: string }) => `behind-time:${key}`);
    const { body } = await service.ask('GET /api/units/301/years/2023/monitoring/alerts?asOf=2023-06-30', { token });
    const behind = body.alerts.filter(({ key }: { key: string }) => key.startsWith('behind-time:'));
    expect(behind.map(({ key }: { key: string }) => key)).toEqual(late);
    expect(body.asOf).toBe('2023-06-30');
    for (const { message, facts } of body.alerts) {
      for (const { amount } of facts) expect(message).toContain(amount.wan);
    }
  });

  it('says which unit is behind time', async () => {
    const { rows, timeProgress } = await execution('by=unit&asOf=2023-06-30');
    for (const { rate, lag } of rows) {
      const behind = Number(timeProgress) - Number(rate);
      expect([rate, lag]).toEqual([rate, behind > 20 ? 'reply' : behind > 10 ? 'warn' : 'none']);
    }
  });
});
