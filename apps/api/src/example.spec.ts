import { CloseUnits, Record, YearHistory } from '@juesuan/application';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Service, startService } from '../testing/service';
import { loadExample } from './example';

describe('the example department', () => {
  let service: Service;
  beforeAll(async () => void (service = await startService()));
  afterAll(() => service.close());

  it('is loaded once: what people changed and closed stays so, however often the service starts', async () => {
    const { app } = service;
    const example = await loadExample(app);
    if (!example) throw new Error('an empty store takes the example');
    const { unit, year } = example;
    const commands = app.get(CommandBus);
    const by = { actor: '王会计', administrator: true };
    const data = { name: '会议人数', value: '999', unit: '人', note: '' };
    await commands.execute(new Record(unit, year, { type: 'RecordDisclosure', data }, { ...by, commandId: 'said' }));
    await commands.execute(
      new CloseUnits(unit, year, { date: `${year}-12-31`, dispositions: [] }, { ...by, commandId: 'close' }),
    );
    const events = async (): Promise<number> => (await app.get(QueryBus).execute(new YearHistory(unit, year))).total;
    const before = await events();
    expect(await loadExample(app)).toEqual(example);
    expect(await events()).toBe(before);
  });
});
