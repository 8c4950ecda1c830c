import { join } from 'node:path';
import { ImportYear } from '@juesuan/application';
import { CommandBus } from '@nestjs/cqrs';
import { type Service, startService } from '../../testing/service';

const CASE = join(__dirname, '../../../../test/cases/zhuzhou-2023/input');
const YEAR = '/api/units/301/years/2023';

type Total = Record<'original' | 'changes' | 'final' | 'frozen' | 'paid' | 'available', { fen: number }>;

describe('the lines of a department', () => {
  let service: Service;
  let token: string;
  beforeAll(async () => {
    service = await startService();
    await service.app.get(CommandBus).execute(new ImportYear(CASE, 2023, '会计'));
    ({ token } = await service.join('supervisor', '监督甲', ['301']));
  });
  afterAll(() => service.close());

  const get = async (path: string) => (await service.ask(`GET ${YEAR}/${path}`, { token })).body;

  it.each(['class', 'section', 'item', 'project', 'unit', 'fundSource', 'kind'])(
    'put together by %s come to the same total as one by one',
    async (by) => {
      const { lines, groups, total } = await get(`lines?groupBy=${by}`);
      for (const part of ['original', 'changes', 'final', 'frozen', 'paid', 'available'] as (keyof Total)[]) {
        const sum = (rows: Total[]): number => rows.reduce((all, row) => all + row[part].fen, 0);
        expect([sum(lines), sum(groups.map((group: { total: Total }) => group.total))]).toEqual([
          total[part].fen,
          total[part].fen,
        ]);
      }
      const keys = groups.map(({ key }: { key: string }) => key);
      expect([...new Set(lines.map(({ group }: { group: string }) => group))].sort()).toEqual([...keys].sort());
      expect(groups.reduce((all: number, { count }: { count: number }) => all + count, 0)).toBe(lines.length);
    },
  );

  it('have a life of their own that ends with what is available, on any day', async () => {
    const { lines } = await get('lines');
    const { unit, line, available } = lines.find(({ paid }: Total) => paid.fen > 0);
    const asked = new URLSearchParams({ ...line, limit: '1000' }).toString();
    const { body } = await service.ask(`GET /api/units/${unit}/years/2023/lines/timeline?${asked}`, { token });
    expect(body.total).toBe(body.steps.length);
    expect(body.steps.at(-1).available).toEqual(available);
    expect(body.account.available).toEqual(available);
    const half = await service.ask(`GET /api/units/${unit}/years/2023/lines/timeline?${asked}&asOf=2023-06-30`, {
      token,
    });
    expect(half.body.steps.length).toBeLessThan(body.steps.length);
    expect(half.body.steps.at(-1).available).toEqual(half.body.account.available);
  });

  it('tell their lives a page at a time', async () => {
    const { lines } = await get('lines');
    const { unit, line } = lines.find(({ paid }: Total) => paid.fen > 0);
    const life = async (page: Record<string, string>) => {
      const asked = new URLSearchParams({ ...line, ...page }).toString();
      return (await service.ask(`GET /api/units/${unit}/years/2023/lines/timeline?${asked}`, { token })).body;
    };
    const whole = await life({ limit: '1000' });
    expect(await life({ offset: '1', limit: '1' })).toEqual({ ...whole, steps: whole.steps.slice(1, 2) });
    expect(whole.steps.length).toBeGreaterThan(2);
  });

  it('refuse a line that is not there', async () => {
    const asked = new URLSearchParams({ fundSource: 'generalPublic', item: '9999999', kind: 'basic' }).toString();
    const { status, body } = await service.ask(`GET ${YEAR}/lines/timeline?${asked}`, { token });
    expect([status, body.code]).toEqual([404, 'line-unknown']);
  });

  it('go out as a workbook that opens', async () => {
    const response = await fetch(`${service.url}${YEAR}/lines.xlsx?groupBy=class`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(response.headers.get('content-disposition')).toContain(encodeURIComponent('指标表'));
    expect(String.fromCharCode(...bytes.slice(0, 2))).toBe('PK');
  });
});
