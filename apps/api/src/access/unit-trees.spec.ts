import type { QueryBus } from '@nestjs/cqrs';
import { UnitTrees } from './unit-trees';

it('units are looked up anew after two seconds, whatever the clock is set to meanwhile', async () => {
  jest.useFakeTimers({ now: new Date('2023-06-01T00:00:00Z') });
  let units = [{ code: '700', parent: '600' }];
  const trees = new UnitTrees({ execute: () => Promise.resolve(units) } as unknown as QueryBus);
  expect(await trees.of(2023, '700')).toEqual([{ code: '700', parent: '600' }]);
  units = [{ code: '700', parent: '800' }];
  jest.advanceTimersByTime(2_001);
  jest.setSystemTime(new Date('2023-05-31T00:00:00Z'));
  expect(await trees.of(2023, '700')).toEqual(units);
  jest.useRealTimers();
});
