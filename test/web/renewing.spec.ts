import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { Renewing } from '../../apps/web/src/frame/renewing';

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A page that shows what was asked under these keys, the asking taking some time, and how often each was asked and answered. */
function shown(keys: readonly (readonly unknown[])[], takesMs: number) {
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } });
  const counts = keys.map(() => ({ asked: 0, answered: 0 }));
  const leave = keys.map((queryKey, index) => {
    const queryFn = async (): Promise<number> => {
      counts[index]!.asked++;
      await wait(takesMs);
      return ++counts[index]!.answered;
    };
    return new QueryObserver(queries, { queryKey, queryFn }).subscribe(() => undefined);
  });
  const renewing = new Renewing(queries);
  const close = (): void => {
    renewing.stop();
    leave.forEach((each) => each());
    queries.clear();
  };
  return { renewing, counts, close };
}

describe('what has become old', () => {
  it('is asked once for many changes, of that year and its units alone', async () => {
    const keys = [['year', '700', 2023], ['units', 2023], ['year', '700', 2024], ['units', 2024], ['vocabulary']];
    const { renewing, counts, close } = shown(keys, 0);
    await wait(50);
    for (let change = 0; change < 100; change++) renewing.year(2023);
    await wait(1_500);
    expect(counts.map(({ asked }) => asked)).toEqual([2, 2, 1, 1, 1]);
    renewing.year();
    await wait(1_500);
    expect(counts.map(({ asked }) => asked)).toEqual([3, 3, 2, 2, 1]);
    close();
  });

  it('is answered although changes come faster than answers, and asked again after the last of them', async () => {
    const { renewing, counts, close } = shown([['year', '700', 2023]], 1_500);
    for (let change = 0; change < 30; change++) {
      await wait(100);
      renewing.year(2023);
    }
    const { answered } = counts[0]!;
    expect(answered).toBeGreaterThanOrEqual(1);
    const asked = counts[0]!.asked;
    await wait(5_000);
    expect(counts[0]!.asked).toBeGreaterThan(asked);
    expect(counts[0]!.answered).toBe(counts[0]!.asked);
    close();
  });
});
