import type { Turns } from './turns';

interface Member<Work, Answer> {
  readonly work: Work;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: unknown) => void;
}

/** What waits for its turn on the same thing is done together, in the order it came; each piece of work gets its own answer. */
export class Groups<Work, Answer> {
  /** The group that whoever comes next joins. */
  private readonly open = new Map<string, Member<Work, Answer>[]>();

  /** `most`: how many may be done together. */
  constructor(
    private readonly turns: Turns,
    private readonly most: number,
    private readonly together: (
      thing: string,
      work: readonly Work[],
    ) => Promise<readonly PromiseSettledResult<Answer>[]>,
  ) {}

  join(thing: string, work: Work): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const member = { work, resolve, reject };
      const open = this.open.get(thing);
      if (open && open.length < this.most) return void open.push(member);
      const group = [member];
      this.open.set(thing, group);
      void this.turns.take([thing], () => this.answer(thing, group));
    });
  }

  private async answer(thing: string, group: readonly Member<Work, Answer>[]): Promise<void> {
    if (this.open.get(thing) === group) this.open.delete(thing);
    const work = group.map((member) => member.work);
    const failed = (reason: unknown) => work.map((): PromiseSettledResult<Answer> => ({ status: 'rejected', reason }));
    const settled = await this.together(thing, work).catch(failed);
    group.forEach(({ resolve, reject }, index) => {
      const own = settled[index];
      if (own?.status === 'fulfilled') resolve(own.value);
      else reject(own?.reason);
    });
  }
}
