/* global expect, structuredClone */
import { type Fen, RuleViolation } from '@juesuan/kernel';
import {
  type BudgetYear,
  type BudgetYearCommand,
  budgetYearDecider,
  type BudgetYearEvent,
  type BudgetYearEventType,
  type By,
  type Commands,
  type CommandType,
  type RecordedEvent,
} from '../src';
import { books } from './books';
import { FACTS_OF_REFUSALS } from './refusals';

type DataOf<Type extends BudgetYearEventType> = Extract<BudgetYearEvent, { type: Type }>['data'];
type Asked = { [Type in CommandType]: { readonly type: Type; readonly data: Commands[Type] } }[CommandType];

/** A fact as a story tells it. */
export const happened = <Type extends BudgetYearEventType>(type: Type, data: DataOf<Type>): BudgetYearEvent =>
  ({ type, data }) as BudgetYearEvent;

/** What somebody asks for. */
export const asked = <Type extends CommandType>(type: Type, data: Commands[Type]): Asked =>
  ({ type, data }) as unknown as Asked;

const decider = budgetYearDecider(books);

/** A digest that tells contents apart; the application uses a hash. */
export const contentOf = (asked: unknown): string => JSON.stringify(asked);

export const recorded = (event: BudgetYearEvent, commandId: string, actor = '王会计', of?: Asked): RecordedEvent => ({
  ...event,
  by: { commandId, fingerprint: contentOf(of ?? event), actor },
});

/** The year after facts, whoever recorded them. */
export function yearAfter(events: readonly (BudgetYearEvent | RecordedEvent)[]): BudgetYear {
  const history = events.map((event, index) => ('by' in event ? event : recorded(event, `earlier-${index}`)));
  return history.reduce((year, event) => decider.evolve(year, event), decider.initial());
}

/** A command with who asks it: 王会计, under an id of its own, no administrator. */
export const commandOf = (what: Asked, by: Partial<By> = {}): BudgetYearCommand => ({
  ...what,
  by: { commandId: 'now', fingerprint: contentOf(what), actor: '王会计', administrator: false, ...by },
});

interface Outcome {
  /** Exactly these facts happen; none where the very same was recorded before. */
  then(...events: BudgetYearEvent[]): void;
  /** Refused by this rule, in a sentence that says all of this. */
  thenRefused(code: string, ...says: string[]): void;
}

interface Story {
  when(what: Asked, by?: Partial<By>): Outcome;
}

/**
 * Given what happened, when somebody asks for something, then these facts or this refusal: business rules told in the
 * domain's words. Whatever is decided, the year it was decided on stays as it was.
 */
export function given(...history: (BudgetYearEvent | RecordedEvent)[]): Story {
  const year = yearAfter(history);
  const before = structuredClone(year);
  return {
    when(what, by) {
      const answer = answerOf(() => decider.decide(year, commandOf(what, by)));
      expect(year).toEqual(before);
      return {
        then: (...events) => {
          if (answer instanceof RuleViolation) throw answer;
          expect(answer.map(({ type, data }) => ({ type, data }))).toEqual(events);
        },
        thenRefused: (code, ...says) => {
          expect(answer).toBeInstanceOf(RuleViolation);
          expect(answer).toMatchObject({ code });
          assertTellsAll(answer as RuleViolation);
          for (const words of says) expect((answer as RuleViolation).message).toContain(words);
        },
      };
    },
  };
}

/** A whole sentence for people, and for programs the facts that its kind promises, each with a value. */
function assertTellsAll({ code, message, facts }: RuleViolation): void {
  expect(message).toMatch(/[一-鿿].*(。|\.csv)$/);
  const names = Object.keys(facts).filter((name) => name !== 'line');
  expect(FACTS_OF_REFUSALS[code]).toContain(names.join(','));
  expect(Object.values(facts)).not.toContain(undefined);
}

function answerOf(decide: () => RecordedEvent[]): RecordedEvent[] | RuleViolation {
  try {
    return decide();
  } catch (error) {
    if (error instanceof RuleViolation) return error;
    throw error;
  }
}

/** Everything that a list of commands makes happen, one after the other. */
export function played(...asks: readonly (Asked | readonly [Asked, Partial<By>])[]): RecordedEvent[] {
  let year = decider.initial();
  return asks.flatMap((ask, index) => {
    const [what, by] = 'type' in ask ? [ask, {}] : ask;
    const events = decider.decide(year, commandOf(what, { commandId: `step-${index}`, ...by }));
    for (const event of events) year = decider.evolve(year, event);
    return events;
  });
}

export type { Asked, Fen };
