/** Lets work on the same things happen one after another, in the order it was asked for; other things do not wait. */
export class Turns {
  private readonly last = new Map<string, Promise<unknown>>();

  /** Works when it is its turn on every thing named: taken in one order by all, so that no two wait for each other. */
  take<T>(things: readonly string[], work: () => Promise<T>): Promise<T> {
    const inOrder = [...new Set(things)].sort();
    return inOrder.reduceRight<() => Promise<T>>((next, thing) => () => this.takeOne(thing, next), work)();
  }

  private takeOne<T>(thing: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.last.get(thing) ?? Promise.resolve()).then(work, work);
    this.last.set(thing, turn);
    const leave = (): void => {
      if (this.last.get(thing) === turn) this.last.delete(thing);
    };
    turn.then(leave, leave);
    return turn;
  }
}
