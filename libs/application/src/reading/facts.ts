import { type FactValues, saidBy } from '@juesuan/account';
import { THREE_PUBLIC_KINDS, type ThreePublicKind } from '@juesuan/classification';
import type { Books } from '@juesuan/execution';
import type { Fen, Instant } from '@juesuan/kernel';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Accounts } from '../account/accounts';
import { CodeBooks } from '../codes/code-books';
import { type HistoryEntry, Journals } from './journals';

/** What can be said again and so replaced: the account's facts, and the ceilings of the 三公 kinds. */
type Sayable = FactValues & { threePublicBudget: Fen };
export type SayableKind = keyof Sayable;

/** One time that a fact was said: by whom, when, from which file. */
export interface Saying<Value> {
  readonly value: Value;
  readonly entry: HistoryEntry;
}

/** Everything that was said under one name, the newest at the end: that one holds. */
export interface FactHistory<Kind extends SayableKind = SayableKind> {
  readonly kind: Kind;
  /** An item's code, a 三公 kind, a paragraph's key, or the fact's own name. */
  readonly name: string;
  /** What people call it. */
  readonly title: string;
  readonly sayings: readonly Saying<Sayable[Kind]>[];
}

/** What a unit said of its year beside money movements, by name, each with what was said before. */
export class ListFacts<Kind extends SayableKind> extends Query<readonly FactHistory<Kind>[]> {
  constructor(
    readonly unit: string,
    readonly year: number,
    readonly kinds: readonly Kind[],
    readonly knownAt?: Instant,
  ) {
    super();
  }
}

@QueryHandler(ListFacts)
export class ListFactsHandler implements IQueryHandler<ListFacts<SayableKind>> {
  constructor(
    private readonly accounts: Accounts,
    private readonly journals: Journals,
    private readonly codeBooks: CodeBooks,
  ) {}

  async execute({ unit, year, kinds, knownAt }: ListFacts<SayableKind>): Promise<readonly FactHistory[]> {
    await this.accounts.unitsUnder(unit, year);
    const books = await this.codeBooks.load();
    const found = new Map<string, FactHistory & { sayings: Saying<Sayable[SayableKind]>[] }>();
    for (const entry of await this.journals.of(unit, year, knownAt)) {
      const said = sayingOf(entry);
      if (!said || !kinds.includes(said.kind)) continue;
      const { kind, name, value } = said;
      const key = `${kind} ${name}`;
      const history = found.get(key) ?? { kind, name, title: titleOf(said, books, year), sayings: [] };
      history.sayings.push({ value, entry });
      found.set(key, history);
    }
    return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, history]) => history);
  }
}

type Found = { readonly kind: SayableKind; readonly name: string; readonly value: Sayable[SayableKind] };

function sayingOf({ event }: HistoryEntry): Found | null {
  if (event.type !== 'ThreePublicBudgetSet') return saidBy(event);
  const kind: ThreePublicKind = event.data.kind;
  return { kind: 'threePublicBudget', name: kind, value: event.data.amount };
}

function titleOf({ kind, name }: Found, { functional }: Books, year: number): string {
  if (kind === 'reason') return functional.nameIn(name, year) ?? name;
  return kind === 'threePublicBudget' ? THREE_PUBLIC_KINDS[name as ThreePublicKind] : name;
}
