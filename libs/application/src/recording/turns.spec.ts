import { Turns } from './turns';

const soon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('turns', () => {
  it('let nobody work on a thing that another works on, and leave others alone', async () => {
    const turns = new Turns();
    const said: string[] = [];
    const work = (name: string) => async (): Promise<void> => {
      said.push(`${name} begins`);
      await soon();
      said.push(`${name} ends`);
    };
    await Promise.all([
      turns.take(['a'], work('first')),
      turns.take(['b', 'a'], work('both')),
      turns.take(['c'], work('other')),
    ]);
    expect(said.indexOf('both begins')).toBeGreaterThan(said.indexOf('first ends'));
    expect(said.indexOf('other begins')).toBeLessThan(said.indexOf('first ends'));
  });

  it('come round where two name the same things the other way about', async () => {
    const turns = new Turns();
    const ends = [turns.take(['a', 'b'], soon), turns.take(['b', 'a'], soon), turns.take(['a', 'a'], soon)];
    expect(await Promise.all(ends)).toHaveLength(3);
  });

  it('go on after work that failed', async () => {
    const turns = new Turns();
    const failed = turns.take(['a'], () => Promise.reject(new Error('no')));
    const next = turns.take(['a'], () => Promise.resolve('done'));
    await expect(failed).rejects.toThrow('no');
    expect(await next).toBe('done');
  });
});
