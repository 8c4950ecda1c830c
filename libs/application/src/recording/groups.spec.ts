import { Groups } from './groups';
import { Turns } from './turns';

const soon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('work on one thing', () => {
  it('that waits is done together, in its order, and each piece gets its own answer', async () => {
    const done: string[][] = [];
    const groups = new Groups<string, string>(new Turns(), 3, async (_thing, work) => {
      done.push([...work]);
      await soon();
      return work.map((name) =>
        name === 'c' ? { status: 'rejected', reason: new Error('c') } : { status: 'fulfilled', value: name },
      );
    });
    const first = groups.join('year', 'a');
    await Promise.resolve();
    const others = ['b', 'c', 'd', 'e'].map((name) => groups.join('year', name));
    const answers = await Promise.allSettled([first, ...others]);
    expect(done).toEqual([['a'], ['b', 'c', 'd'], ['e']]);
    expect(answers.map((each) => (each.status === 'fulfilled' ? each.value : String(each.reason)))).toEqual([
      'a',
      'b',
      'Error: c',
      'd',
      'e',
    ]);
  });

  it('fails for all where the whole fails, and goes on after it', async () => {
    let fails = true;
    const groups = new Groups<number, number>(new Turns(), 9, async (_thing, work) => {
      if (fails) throw new Error('no disk');
      return work.map((value) => ({ status: 'fulfilled', value }));
    });
    const failed = await Promise.allSettled([groups.join('year', 1), groups.join('year', 2)]);
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    fails = false;
    expect(await groups.join('year', 3)).toBe(3);
  });
});
