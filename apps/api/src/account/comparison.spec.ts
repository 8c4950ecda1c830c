import { join } from 'node:path';
import { ImportYear } from '@juesuan/application';
import { CommandBus } from '@nestjs/cqrs';
import { recordedUntil } from '../../testing/moments';
import { type Service, startService } from '../../testing/service';

const CASE = join(__dirname, '../../../../test/cases/liaocheng-2022/input');
const YEAR = '/api/units/137001/years/2022';
const LINE = { fundSource: 'generalPublic', item: '2080102', kind: 'project', project: '人社业务经费' };

describe('what changed between two moments', () => {
  let service: Service;
  let token: string;
  let imported: string;
  beforeAll(async () => {
    service = await startService();
    ({ token } = await service.join('officer', '经办甲', ['137001']));
    await service.app.get(CommandBus).execute(new ImportYear(CASE, 2022, '会计'));
    imported = await recordedUntil(service, YEAR, token);
    const change = { documentNumber: '聊财预〔2022〕999号', date: '2022-05-04', purpose: '平台建设', line: LINE };
    const paid = { voucher: 'V-999', date: '2022-06-01', line: LINE, economicItem: '30201', summary: '平台' };
    await tell('POST supplements', { ...change, amount: '12.5万元' });
    await tell('POST payments', { ...paid, amount: '50000.00' });
    await tell('PUT reasons/2080102', { reason: '{追加}用于平台建设' });
    await tell('PUT disclosures/会议次数', { value: '4', unit: '次' });
  });
  afterAll(() => service.close());

  let commands = 0;
  const references: string[] = [];
  async function tell(what: string, body: object): Promise<void> {
    const [method, path = ''] = what.split(' ');
    const headers = { 'Idempotency-Key': `compared-with-before-${(commands += 1)}` };
    const answer = await service.ask(`${method} ${YEAR}/${encodeURI(path)}`, { token, body, headers });
    expect([what, answer.status < 300 || answer.body]).toEqual([what, true]);
    references.push(answer.body.events[0]);
  }
  const get = async (path: string) => (await service.ask(`GET ${YEAR}/account/${path}`, { token })).body;
  const compare = (moments: string) => get(`compare?profile=shandong-2022${moments}`);

  it('the cells, with the payment that moved them', async () => {
    const { cells, to } = await compare(`&fromKnownAt=${imported}`);
    expect(to).toEqual({ asOf: null, knownAt: null });
    const [, payment] = references;
    const cell = cells.find(
      ({ table, row, column }: { table: string; row: string; column: number }) =>
        table === '05' && row === '2080102' && column === 0,
    );
    expect(cell).toMatchObject({ columnLabel: '小计', difference: { wan: '5.00' }, events: [payment] });
    const table = async (moment: string): Promise<string> => {
      const tables = await get(`tables?profile=shandong-2022${moment}`);
      const rows = tables.find(({ id }: { id: string }) => id === '05').rows;
      return rows.find(({ key }: { key: string }) => key === '2080102').values[0];
    };
    expect([cell.before.wan, cell.after.wan].map((wan: string) => wan.replaceAll(',', ''))).toEqual([
      await table(`&knownAt=${imported}`),
      await table(''),
    ]);
  });

  it('the item’s drivers, its sentence and its reason, each with their events', async () => {
    const [supplement, payment, reason, count] = references;
    const { items, sentences, facts } = await compare(`&fromKnownAt=${imported}`);
    expect(items.map(({ code }: { code: string }) => code)).toEqual(['2080102']);
    const [item] = items;
    expect(item).toMatchObject({
      original: { events: [] },
      actual: { difference: { wan: '5.00' }, events: [payment] },
    });
    const drivers = item.drivers.map((driver: { kind: string; events: string[] }) => [driver.kind, driver.events]);
    expect(drivers).toEqual(expect.arrayContaining([['supplement', [supplement]]]));
    const sentence = sentences.find(({ key }: { key: string }) => key === 'variance/2080102');
    expect(sentence.after).toContain('用于平台建设');
    expect(sentence.before).not.toContain('用于平台建设');
    expect(sentence.events).toEqual(expect.arrayContaining([supplement, payment, reason]));
    expect(facts).toEqual([
      { kind: 'reason', name: '2080102', before: expect.anything(), after: '{追加}用于平台建设', events: [reason] },
      { kind: 'disclosure', name: '会议次数', before: null, after: '4次', events: [count] },
    ]);
    for (const { key, events } of sentences) expect([key, events.length > 0]).toEqual([key, true]);
  });

  it('backwards as forwards, and nothing between a moment and itself', async () => {
    const [forth, back] = [await compare(`&fromKnownAt=${imported}`), await compare(`&toKnownAt=${imported}`)];
    const turned = back.cells.map((cell: { before: object; after: object; difference: { fen: number } }) => [
      cell.after,
      cell.before,
      -cell.difference.fen,
    ]);
    const told = forth.cells.map((cell: { before: object; after: object; difference: { fen: number } }) => [
      cell.before,
      cell.after,
      cell.difference.fen,
    ]);
    expect(turned).toEqual(told);
    const nothing = { cells: [], items: [], sentences: [], facts: [] };
    expect(await compare('&fromAsOf=2022-06-30&toAsOf=2022-06-30')).toMatchObject(nothing);
    expect(await compare(`&fromKnownAt=${imported}&toKnownAt=${imported}`)).toMatchObject(nothing);
  });

  it('of business days too: what happened between them', async () => {
    const { cells } = await compare('&fromAsOf=2022-05-31&toAsOf=2022-06-01');
    const own = cells.find(
      ({ table, row, column }: { table: string; row: string; column: number }) =>
        table === '05' && row === '2080102' && column === 0,
    );
    expect(own.events).toContain(references[1]);
  });

  it('of the budget where it is named: no payment and no supplement changes it', async () => {
    const changed = async (query: string) => (await compare(`&fromAsOf=2022-05-31${query}`)).cells.length;
    expect(await changed('')).toBeGreaterThan(0);
    expect(await changed('&document=budget')).toBe(0);
  });

  it('and offers the moments that one would look back to', async () => {
    const versions = await get('versions');
    const [first] = versions;
    expect(first).toMatchObject({ kind: 'import', actor: '会计', moment: { asOf: null } });
    expect(first.moment.knownAt <= imported && first.before.knownAt < first.moment.knownAt).toBe(true);
    const months = versions.filter(({ kind }: { kind: string }) => kind === 'monthEnd');
    expect(months.map(({ moment }: { moment: { asOf: string } }) => moment.asOf)).toEqual(
      expect.arrayContaining(['2022-03-31', '2022-02-28', '2022-12-31']),
    );
    const { status } = await service.ask(
      `GET ${YEAR}/account/compare?fromKnownAt=${first.moment.knownAt}&toAsOf=${months[0].moment.asOf}`,
      { token },
    );
    expect(status).toBe(200);
  });

  it('refuses what is no moment', async () => {
    expect((await compare('&fromKnownAt=2999-01-01')).code).toBe('not-yet-known');
    expect((await compare('&toAsOf=2021-01-01')).code).toBe('date-outside-year');
  });
});
