import { type Driver, DRIVER_KINDS, type Item, MEASURES } from '@juesuan/account';
import { z } from 'zod';
import written from '../../data/variance-kinds.json';

const rule = z.strictObject({
  code: z.string(),
  name: z.string(),
  direction: z.string(),
  when: z.strictObject({
    kinds: z.array(z.enum(DRIVER_KINDS)).optional(),
    measures: z.array(z.enum(MEASURES)).optional(),
    spending: z.array(z.enum(['basic', 'project'])).optional(),
    items: z.array(z.string()).optional(),
    words: z.array(z.string()).optional(),
    raises: z.boolean().optional(),
    level: z.enum(['exact', 'nearly']).optional(),
  }),
});
type Condition = z.infer<typeof rule>['when'];

/** The usual kinds of variance with what supports each, best first: the first that the facts fit is chosen. */
const RULES = z.array(rule).parse(written);

/** Codes of the usual kinds of variance (P1 … E2). */
export const KIND_CODES: readonly string[] = [...new Set(RULES.map(({ code }) => code))];

/** What is known of a driver; its words are its purpose, or the officer's reason where it has none. */
export interface DriverFacts {
  readonly driver: Driver;
  readonly item: Pick<Item, 'code'>;
  readonly reason: string | null;
}

/** The kind of variance that a driver is, of the 29 usual ones; null where none is supported. */
export function varianceKindOf(facts: DriverFacts): string | null {
  const found = RULES.find(({ when }) => when.level === undefined && isSupported(when, facts));
  return found?.code ?? null;
}

/** The kind of an item that is level: exactly, or within the tolerance. */
export function levelKindOf(level: 'exact' | 'nearly'): string | null {
  return RULES.find(({ when }) => when.level === level)?.code ?? null;
}

function isSupported(
  { kinds, measures, spending, items, words, raises }: Condition,
  { driver, item, reason }: DriverFacts,
): boolean {
  const text = driver.purpose ?? reason ?? '';
  return (
    (kinds === undefined || kinds.includes(driver.kind)) &&
    (measures === undefined || driver.balances.every(({ measure }) => measures.includes(measure))) &&
    (raises === undefined || raises === driver.fen > 0) &&
    (spending === undefined || driver.balances.every(({ kind }) => (spending as string[]).includes(kind))) &&
    (items === undefined || items.some((code) => item.code.startsWith(code))) &&
    (words === undefined || words.some((word) => text.includes(word)))
  );
}
