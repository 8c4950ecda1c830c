import type { Answer, Step } from './steps';

/** Everything that was ever asked of a department, and what its clients were told. */
export class Ledger {
  private readonly known = new Map<string, { readonly step: Step; readonly answers: Answer[]; open: number }>();

  /** The step may have reached the system: it was handed to a process. */
  sent(step: Step): void {
    const found = this.known.get(step.id) ?? { step, answers: [], open: 0 };
    this.known.set(step.id, found);
    found.open++;
  }

  answered(step: Step, answer: Answer): void {
    const found = this.known.get(step.id);
    if (found === undefined) throw new Error(`an answer to ${step.id}, which was never sent`);
    found.answers.push(answer);
    found.open--;
  }

  /** What stands in the log counts as acknowledged from now on: nothing that was there may ever go. */
  found(step: Step): void {
    this.known.get(step.id)?.answers.push({ fate: 'ok', revisions: null, repeated: true });
  }

  all(): readonly { readonly step: Step; readonly answers: readonly Answer[]; readonly fate: Fate }[] {
    return [...this.known.values()].map(({ step, answers, open }) => ({ step, answers, fate: fateOf(answers, open) }));
  }

  /** What nobody knows the outcome of; a careful client sends it again. */
  pending(): Step[] {
    return this.all().flatMap(({ step, fate }) => (fate === 'unknown' ? [step] : []));
  }
}

export type Fate = Answer['fate'];

function fateOf(answers: readonly Answer[], open: number): Fate {
  if (answers.some(({ fate }) => fate === 'ok')) return 'ok';
  return open > 0 || answers.some(({ fate }) => fate === 'unknown') ? 'unknown' : 'refused';
}
