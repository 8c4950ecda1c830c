import {
  type BudgetLine,
  type BudgetYearCommand,
  factKeyOf,
  factKeyOfEvent,
  lineKey,
  type RecordedEvent,
} from '@juesuan/execution';
import { RuleViolation } from '@juesuan/kernel';
import { instantInWords } from '../reading/today';
import { eventInWords } from '../reading/words';

/** An event with the instant it was recorded. */
type Changed = RecordedEvent & { readonly at: string };

/** Whether an event moved a line, a document, a paragraph or an alert that the command speaks of; what happens elsewhere in the year is no conflict. */
export function isAboutTheSame(event: RecordedEvent, command: BudgetYearCommand): boolean {
  const { data } = event;
  const fact = factKeyOf(command);
  if (fact !== null) return fact === factKeyOfEvent(event);
  if ('adjustmentId' in data && 'adjustmentId' in command.data) return data.adjustmentId === command.data.adjustmentId;
  if ('key' in data && 'key' in command.data) return data.key === command.data.key;
  const meant = new Set(linesIn(command.data));
  return linesIn(data).some((line) => meant.has(line));
}

/** The refusal that tells what came in between, in words. */
export function changedMeanwhile(changes: readonly Changed[]): RuleViolation {
  const told = changes
    .slice(0, TOLD)
    .map((event) => `${event.by.actor} 于 ${instantInWords(event.at)} 记录了${eventInWords(event)}`);
  const more = changes.length > TOLD ? `等 ${changes.length} 项` : '';
  const text = `您查看之后有了变化：${told.join('；')}${more}。请看过最新情况后再提交。`;
  return new RuleViolation('changed-meanwhile', text, { changes: changes.length });
}

/** The refusal of a revision that the year has not reached: it was seen in another year, or before a backup was restored. */
export function seenNowhere(seen: number, revision: number): RuleViolation {
  const text = '您打开时看到的记录在这个年度里没有：可能是别的年度的，或之后恢复过备份。请看过最新情况后再提交。';
  return new RuleViolation('revision-not-reached', text, { seen, revision });
}

const TOLD = 5;

/** Every line that an event or a command names, in whatever part of it. */
function linesIn(data: object): string[] {
  return Object.values(data).flatMap((value: unknown) => {
    if (value === null || typeof value !== 'object') return [];
    return isLine(value) ? [lineKey(value)] : linesIn(value);
  });
}

const isLine = (value: object): value is BudgetLine => 'fundSource' in value && 'kind' in value && 'project' in value;
