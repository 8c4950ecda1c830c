import type { AlertEvents, BudgetYearEvent, BudgetYearEventType } from '@juesuan/execution';
import type { Fen } from '@juesuan/kernel';

/** A fact that is no figure of the ledger, with the event it came from (see eventReference). */
export interface Fact<Value> {
  readonly value: Value;
  readonly event: string;
}

/** A count or fact that is no money movement, as it was said. */
export interface Disclosure {
  readonly value: string;
  readonly unit: string;
  readonly note: string;
}

/** What is said of each kind of fact. */
export interface FactValues {
  reason: string;
  priorAccount: Fen;
  priorBudget: Fen;
  disclosure: Disclosure;
  explanation: string;
  alertAnswer: AlertEvents['AlertAnswered'];
  alertSettlement: AlertEvents['AlertSettled'];
  watching: AlertEvents['WatchingSet'];
}
export type FactKind = keyof FactValues;

/** What an event says beside money; saying it again under the same name replaces what was said. */
export type Said = {
  readonly [Kind in FactKind]: { readonly kind: Kind; readonly name: string; readonly value: FactValues[Kind] };
}[FactKind];

/** What a unit's stream holds beside money: reasons by item, last year's figures, counts, wordings, what was said of alerts. */
export interface Facts {
  readonly reasons: ReadonlyMap<string, Fact<string>>;
  readonly priorAccount: ReadonlyMap<string, Fact<Fen>>;
  readonly priorBudget: ReadonlyMap<string, Fact<Fen>>;
  readonly disclosures: ReadonlyMap<string, Fact<Disclosure>>;
  readonly explanations: ReadonlyMap<string, Fact<string>>;
  /** By key and business day, so that an earlier day still knows what was answered by then. */
  readonly answers: ReadonlyMap<string, Fact<FactValues['alertAnswer']>>;
  readonly settlements: ReadonlyMap<string, Fact<FactValues['alertSettlement']>>;
  /** How the department watches itself: at most one, under no name. */
  readonly watching: ReadonlyMap<string, Fact<FactValues['watching']>>;
}

export const NO_FACTS: Facts = {
  reasons: new Map(),
  priorAccount: new Map(),
  priorBudget: new Map(),
  disclosures: new Map(),
  explanations: new Map(),
  answers: new Map(),
  settlements: new Map(),
  watching: new Map(),
};

type Of<Type extends BudgetYearEventType> = Extract<BudgetYearEvent, { type: Type }>['data'];

const SAYING: { readonly [Type in BudgetYearEventType]?: (data: Of<Type>) => Said } = {
  VarianceReasonRecorded: ({ item, reason }) => ({ kind: 'reason', name: item, value: reason }),
  PriorYearAccountRecorded: ({ document, name, amount }) => ({
    kind: document === 'account' ? 'priorAccount' : 'priorBudget',
    name,
    value: amount,
  }),
  DisclosureRecorded: ({ name, value, unit, note }) => ({ kind: 'disclosure', name, value: { value, unit, note } }),
  ExplanationRevised: ({ key, text }) => ({ kind: 'explanation', name: key, value: text }),
  AlertAnswered: (data) => ({ kind: 'alertAnswer', name: `${data.key} ${data.date}`, value: data }),
  AlertSettled: (data) => ({ kind: 'alertSettlement', name: `${data.key} ${data.date}`, value: data }),
  WatchingSet: (data) => ({ kind: 'watching', name: '', value: data }),
};

/** The fact that an event states; null for what states none. */
export function saidBy({ type, data }: BudgetYearEvent): Said | null {
  const say = (SAYING as Partial<Record<BudgetYearEventType, (data: never) => Said>>)[type];
  return say ? say(data as never) : null;
}
