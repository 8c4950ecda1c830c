/**
 * A decider: plain functions on plain data. `decide` answers with events or throws a RuleViolation and never touches the
 * state; `evolve` takes over the state it is given (it may change it in place) and returns the next one.
 */
export interface Decider<State, Command, Event> {
  initial(): State;
  decide(state: State, command: Command): Event[];
  evolve(state: State, event: Event): State;
}

/** The state after a history: folds `evolve` over events. */
export function evolveAll<State, Event>(
  decider: Pick<Decider<State, never, Event>, 'evolve'>,
  state: State,
  events: Iterable<Event>,
): State {
  let next = state;
  for (const event of events) next = decider.evolve(next, event);
  return next;
}
