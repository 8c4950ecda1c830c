import { type AlertEvents, type BudgetYearEvent, type BudgetYearEventType, factName } from '@juesuan/execution';
import { type Fen, parseWan, parseYuan, RuleViolation } from '@juesuan/kernel';

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

/** The fact under a name, however either was typed. */
export const factNamed = <Value>(facts: ReadonlyMap<string, Fact<Value>>, name: string): Fact<Value> | undefined =>
  facts.get(factName(name)) ?? [...facts].find(([recorded]) => factName(recorded) === factName(name))?.[1];

/** The amount that a disclosure states; null where it has no unit of money or no amount. */
export function amountOf({ value, unit }: Disclosure): Fen | null {
  if (!/^(万元|元)$/.test(unit.trim())) return null;
  try {
    return unit.trim() === '元' ? parseYuan(value) : parseWan(value);
  } catch (error) {
    if (error instanceof RuleViolation) return null;
    throw error;
  }
}

/** The count that a disclosure states; null where it is none. Nothing written is no zero. */
export const countOf = ({ value }: Disclosure): number | null =>
  /^\d[\d,]*$/.test(value.trim()) ? Number(value.replaceAll(',', '')) : null;

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

const KEPT_UNDER = {
  reason: 'reasons',
  priorAccount: 'priorAccount',
  priorBudget: 'priorBudget',
  disclosure: 'disclosures',
  explanation: 'explanations',
  alertAnswer: 'answers',
  alertSettlement: 'settlements',
  watching: 'watching',
} as const satisfies { readonly [Kind in FactKind]: keyof Facts };

/** The facts that events state, told in their order, each with the event it came from: what is said again replaces what was said. */
export function factsSaid(sayings: Iterable<readonly [said: Said, event: string]>): Facts {
  const facts: { readonly [Key in keyof Facts]: Map<string, Fact<never>> } = {
    reasons: new Map(),
    priorAccount: new Map(),
    priorBudget: new Map(),
    disclosures: new Map(),
    explanations: new Map(),
    answers: new Map(),
    settlements: new Map(),
    watching: new Map(),
  };
  for (const [{ kind, name, value }, event] of sayings)
    facts[KEPT_UNDER[kind]].set(name, { value: value as never, event });
  return facts;
}

export const NO_FACTS = factsSaid([]);

type Of<Type extends BudgetYearEventType> = Extract<BudgetYearEvent, { type: Type }>['data'];

const SAYING: { readonly [Type in BudgetYearEventType]?: (data: Of<Type>) => Said } = {
  VarianceReasonRecorded: ({ item, reason }) => ({ kind: 'reason', name: item, value: reason }),
  PriorYearAccountRecorded: ({ document, name, amount }) => ({
    kind: document === 'account' ? 'priorAccount' : 'priorBudget',
    name: factName(name),
    value: amount,
  }),
  DisclosureRecorded: ({ name, value, unit, note }) => ({
    kind: 'disclosure',
    name: factName(name),
    value: { value, unit, note },
  }),
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
