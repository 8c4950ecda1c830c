import type { Fact, Facts } from '@juesuan/account';
import { ALERT_RULES, type AlertEvents, type AlertRuleName, isGraver } from '@juesuan/execution';
import type { BusinessDate } from '@juesuan/kernel';
import type { Alert } from './alert';

/** How far people have come with an alert, at its present level. */
export interface AlertLife {
  readonly status: 'raised' | 'answered' | 'settled';
  /** It was answered or settled before, and has become graver since. */
  readonly again: boolean;
  readonly answer: Fact<AlertEvents['AlertAnswered']> | null;
  readonly settlement: Fact<AlertEvents['AlertSettled']> | null;
}

/** An alert with its life; `standing` is false for one that was spoken of and that the figures raise no more. */
export type KnownAlert = Alert & AlertLife & { readonly standing: boolean };

/** What a unit has said of its alerts. */
export type Said = Pick<Facts, 'answers' | 'settlements'>;

/**
 * The alerts of a unit's year at the end of a day, each with what was said of it by then; after those that stand the ones that
 * were answered or settled and are gone.
 */
export function knownAlerts(unit: string, raised: readonly Alert[], said: Said, asOf: BusinessDate): KnownAlert[] {
  const [answers, settlements] = [latest(said.answers, asOf), latest(said.settlements, asOf)];
  const living = (alert: Alert, standing: boolean): KnownAlert => {
    const [answer, settlement] = [answers.get(alert.key) ?? null, settlements.get(alert.key) ?? null];
    return { ...alert, standing, answer, settlement, ...stateOf(alert, answer, settlement) };
  };
  const standing = new Set(raised.map(({ key }) => key));
  const spokenOf = new Map([...answers, ...settlements].map(([key, { value }]) => [key, value]));
  const gone = [...spokenOf].filter(([key]) => !standing.has(key)).sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    ...raised.map((alert) => living(alert, true)),
    ...gone.map(([key, { level, message }]) =>
      living({ unit, rule: ruleOf(key), key, level, message, facts: {}, balances: [] }, false),
    ),
  ];
}

function stateOf(
  { level }: Alert,
  answer: AlertLife['answer'],
  settlement: AlertLife['settlement'],
): Pick<AlertLife, 'status' | 'again'> {
  if (settlement && !isGraver(level, settlement.value.level)) return { status: 'settled', again: false };
  if (answer && !isGraver(level, answer.value.level)) return { status: 'answered', again: false };
  return { status: 'raised', again: answer !== null || settlement !== null };
}

type Spoken = { readonly key: string; readonly date: BusinessDate };

/** What was said last of each alert, up to a day. */
function latest<Value extends Spoken>(
  all: ReadonlyMap<string, Fact<Value>>,
  asOf: BusinessDate,
): Map<string, Fact<Value>> {
  return new Map([...all.values()].filter(({ value }) => value.date <= asOf).map((fact) => [fact.value.key, fact]));
}

const ruleOf = (key: string): AlertRuleName =>
  (Object.keys(ALERT_RULES) as AlertRuleName[]).find((rule) => key.startsWith(`${rule}:`)) as AlertRuleName;
