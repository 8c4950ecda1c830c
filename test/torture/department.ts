import { startApplication } from '../support/application';
import { carryOut } from './carry-out';
import { check, type Checked } from './check';
import { expectedOf } from './books';
import { Ledger } from './ledger';
import type { Plan } from './plan';
import type { Run } from './processes';
import type { Step } from './steps';
import type { Tally } from './tally';
import type { Violation } from './violation';

const OPENING: Step = { id: 'opening', does: 'open' };

/** Where a department's data are. */
export type Home = Pick<Plan, 'db' | 'stores' | 'scratch' | 'smallDisk'>;

/** One department's data through all its rounds, with the ledger of what was asked and answered. */
export class Department {
  readonly ledger = new Ledger();

  constructor(
    readonly home: Home,
    private readonly run: Run,
    private readonly tally: Tally,
  ) {
    tally.add('departments');
  }

  /** Opens the units' year, with nothing going wrong yet. */
  async open(): Promise<void> {
    const application = await startApplication(this.home.db, this.home.stores);
    this.ledger.sent(OPENING);
    this.ledger.answered(OPENING, await carryOut(application, this.home.scratch, OPENING));
    await application.close();
  }

  /** One or more processes at once over the same data, each with its plan; what is not known of the rounds before is asked again first. */
  async round(
    plans: readonly Plan[],
    disturb: (answers: number) => Promise<void> = () => Promise.resolve(),
  ): Promise<Violation[]> {
    this.tally.add('rounds');
    const disturbed: Promise<void>[] = [];
    const onAnswer = (): void => void disturbed.push(disturb(disturbed.length + 1));
    const ended = await Promise.all(plans.map((plan) => this.one(plan, onAnswer)));
    await Promise.all(disturbed);
    if (ended.some(({ killed }) => killed)) this.tally.add('kill rounds');
    return ended.flatMap(({ broke }) => (broke === null ? [] : [{ finds: 'process broke', says: broke } as const]));
  }

  /** Looks at what is there with the system itself, and compares. */
  async check(rebuild: boolean): Promise<Checked> {
    const unknown = this.ledger.pending();
    const application = await startApplication(this.home.db, this.home.stores);
    try {
      const checked = await check(application, this.ledger, rebuild);
      const left = this.ledger.pending().length;
      this.tally.add('— of them not recorded', left);
      this.tally.add('— of them recorded', unknown.length - left);
      this.tally.add('events checked', checked.events);
      if (rebuild) this.tally.add('rebuilds compared');
      this.tally.add('violations', checked.violations.length);
      return checked;
    } finally {
      await application.close();
    }
  }

  private async one(plan: Plan, onAnswer: () => void): Promise<{ killed: boolean; broke: string | null }> {
    const outstanding = new Set<Step>();
    const ended = await this.run(plan, (said) => {
      const step = plan.clients[said.client]?.[said.step];
      if (step === undefined) throw new Error('a step that no plan has');
      const records = expectedOf(step).length > 0;
      if (said.says === 'sent') {
        outstanding.add(step);
        if (records) this.ledger.sent(step);
        return;
      }
      outstanding.delete(step);
      if (records) this.ledger.answered(step, said.answer);
      this.count(said.answer);
      onAnswer();
    });
    if (ended.killed) this.countKill(plan, outstanding.size);
    return ended;
  }

  private count(answer: { readonly fate: string; readonly repeated?: boolean; readonly why?: string }): void {
    if (answer.fate === 'refused') return this.tally.add('steps refused');
    if (answer.fate === 'ok')
      return this.tally.add(answer.repeated ? 'steps acknowledged again' : 'steps acknowledged');
    this.tally.add('steps of unknown outcome');
    this.tally.open(answer.why ?? '');
  }

  private countKill({ kill }: Plan, outstanding: number): void {
    this.tally.add('processes killed');
    this.tally.add(kill?.at === 'call' ? '— at a call' : kill?.at === 'byte' ? '— inside a write' : '— from outside');
    this.tally.add(outstanding > 0 ? '— with answers outstanding' : '— with every answer given');
    this.tally.add('steps of unknown outcome', outstanding);
  }
}
