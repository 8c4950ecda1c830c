import { type BudgetLine, type BudgetYearEvent, lineKey } from '@juesuan/execution';
import { addFen, type BusinessDate, type Fen, sumFen } from '@juesuan/kernel';

/** 冻结: quota of one line held under a contract's number, and what became of it. */
export interface Freeze<Step> {
  readonly freezeId: string;
  readonly line: BudgetLine;
  /** Of the first time quota was held. */
  readonly date: BusinessDate;
  readonly purpose: string;
  readonly frozen: Fen;
  readonly released: Fen;
  /** Spent by payments under the number. */
  readonly used: Fen;
  /** Still held: frozen − released − used. */
  readonly left: Fen;
  /** The events that made it, as recorded. */
  readonly steps: readonly Step[];
}

type Changing<Step> = { -readonly [Part in keyof Omit<Freeze<Step>, 'steps' | 'left'>]: Freeze<Step>[Part] } & {
  steps: Step[];
};

/**
 * The freezes of a unit's year in the order they began. A number that was used up or released may hold again, on any line: that is
 * a freeze of its own, but on the same line the first one goes on.
 */
export function freezesOf<Step extends { readonly event: BudgetYearEvent }>(history: Iterable<Step>): Freeze<Step>[] {
  const all: Changing<Step>[] = [];
  const current = new Map<string, Changing<Step>>();
  for (const step of history) {
    const { type, data } = step.event;
    if (type === 'QuotaFrozen') {
      const freeze = goingOn(current.get(data.freezeId), data.line) ?? begun(data);
      if (freeze.steps.length === 0) all.push(freeze);
      current.set(data.freezeId, freeze);
      take(freeze, step, 'frozen', data.amount);
    }
    if (type === 'QuotaReleased') take(current.get(data.freezeId), step, 'released', data.amount);
    if (type === 'PaymentMade' && data.freezeId !== undefined) {
      take(current.get(data.freezeId), step, 'used', data.fromFreeze ?? 0);
    }
  }
  return all.map((freeze) => ({ ...freeze, left: sumFen([freeze.frozen, -freeze.released, -freeze.used]) }));
}

const goingOn = <Step>(freeze: Changing<Step> | undefined, line: BudgetLine): Changing<Step> | null =>
  freeze && lineKey(freeze.line) === lineKey(line) ? freeze : null;

const begun = <Step>({ freezeId, line, date, purpose }: Held): Changing<Step> => ({
  freezeId,
  line,
  date,
  purpose,
  frozen: 0,
  released: 0,
  used: 0,
  steps: [],
});

type Held = Extract<BudgetYearEvent, { type: 'QuotaFrozen' }>['data'];

function take<Step>(
  freeze: Changing<Step> | undefined,
  step: Step,
  part: 'frozen' | 'released' | 'used',
  amount: Fen,
): void {
  if (!freeze) return;
  freeze[part] = addFen(freeze[part], amount);
  freeze.steps.push(step);
}
