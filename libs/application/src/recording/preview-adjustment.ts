import {
  type Account,
  accountOf,
  type Balance,
  type Entry,
  entriesOf,
  lineAccounts,
  linePartsOf,
} from '@juesuan/account';
import type { LineParts } from '@juesuan/account';
import { itemReports, type NamedAccount, type Profile } from '@juesuan/disclosure';
import {
  type AdjustmentEntry,
  type BudgetLine,
  type BudgetYearCommand,
  budgetYearDecider,
  type BudgetYearEvent,
  type Commands,
  lineKey,
} from '@juesuan/execution';
import { addFen, RuleViolation } from '@juesuan/kernel';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Accounts } from '../account/accounts';
import { BudgetYears } from './budget-years';
import { CodeBooks } from '../codes/code-books';
import { Profiles } from '../account/profiles';
import type { AccountKey } from '../account/year-view';

type Draft = Commands['DraftAdjustment'];

/** One line of a document as it is and as it would be; a line that the document itself makes has all zeros before. */
export interface LineEffect {
  readonly line: BudgetLine;
  readonly itemName: string | null;
  readonly before: LineParts;
  readonly after: LineParts;
}

/** How an item is explained now and how it would be; null where it has no explanation. */
export interface SentenceEffect {
  readonly code: string;
  readonly name: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

/** What an adjustment document would do if it were applied now. */
export interface AdjustmentEffect {
  /** The year's revision that this was found on. */
  readonly revision: number;
  readonly lines: readonly LineEffect[];
  readonly items: readonly SentenceEffect[];
}

/** Tries an adjustment document on a unit's year and the account it belongs to; nothing is recorded. Refused as drafting it would be. */
export class PreviewAdjustment extends Query<AdjustmentEffect> {
  constructor(
    readonly unit: string,
    readonly year: number,
    readonly draft: Draft,
    /** Whose account the sentences stand in: the unit's own or that of one above it. */
    readonly accountUnit: string,
    readonly profile: string,
  ) {
    super();
  }
}

@QueryHandler(PreviewAdjustment)
export class PreviewAdjustmentHandler implements IQueryHandler<PreviewAdjustment> {
  constructor(
    private readonly budgetYears: BudgetYears,
    private readonly codeBooks: CodeBooks,
    private readonly accounts: Accounts,
    private readonly profiles: Profiles,
  ) {}

  async execute({ unit, year, draft, accountUnit, profile }: PreviewAdjustment): Promise<AdjustmentEffect> {
    const revision = await this.tried(unit, year, draft);
    const now = await this.accounts.at({ unit: accountUnit, year }, (view) => view.account());
    assertWithin(now.account, unit);
    const entries = movementsOf(draft).flatMap((event) => entriesOf(event, { unit, year, revision: revision + 1 }));
    const then = {
      ...now,
      account: accountOf({ ...now.account, balances: withEntries(now.account.balances, entries) }),
    };
    return {
      revision,
      lines: lineEffects(draft, unit, now, then),
      items: sentenceEffects(draft, now, then, this.profiles.get(profile)),
    };
  }

  /** Decides the draft without recording it; answers the revision it was decided on. */
  private async tried(unit: string, year: number, data: Draft): Promise<number> {
    const decider = budgetYearDecider(await this.codeBooks.load());
    const command: BudgetYearCommand = { type: 'DraftAdjustment', data, by: TRYING };
    return this.budgetYears.look(unit, year, (state) => {
      decider.decide(state, command);
      return state.revision;
    });
  }
}

const TRYING: BudgetYearCommand['by'] = {
  commandId: 'preview',
  fingerprint: 'preview',
  actor: 'preview',
  administrator: false,
};

function assertWithin({ units, unit: { code } }: Account, unit: AccountKey['unit']): void {
  if (units.some((each) => each.code === unit)) return;
  throw new RuleViolation('unit-unknown', `单位 ${unit} 不在 ${code} 的账目之内。`, { unit, account: code });
}

type Movement = Extract<BudgetYearEvent, { data: { documentNumber: string; line: BudgetLine } }>['type'];

const MOVEMENT: Readonly<Record<AdjustmentEntry['type'], Movement>> = {
  supplement: 'BudgetSupplemented',
  cut: 'BudgetCut',
  transferOut: 'BudgetTransferredOut',
  transferIn: 'BudgetTransferredIn',
  carryoverIn: 'CarryoverBroughtIn',
  recall: 'QuotaRecalled',
};

/** What happens to the lines when the document is applied. */
function movementsOf({ documentNumber, date, purpose, entries }: Draft): BudgetYearEvent[] {
  return entries.map(
    ({ type, ...moved }) =>
      ({ type: MOVEMENT[type], data: { documentNumber, date, purpose, ...moved } }) as unknown as BudgetYearEvent,
  );
}

const DIMENSIONS = [
  'unit',
  'year',
  'measure',
  'fundSource',
  'item',
  'kind',
  'project',
  'economicItem',
  'purpose',
] as const;
const keyOf = (of: Entry | Balance): string => JSON.stringify(DIMENSIONS.map((dimension) => of[dimension]));

/** The running sums with more entries in them. What has no sum yet gets a negative id: the read store knows none such. */
function withEntries(balances: readonly Balance[], entries: readonly Entry[]): Balance[] {
  const sums = new Map(balances.map((balance) => [keyOf(balance), balance]));
  for (const entry of entries) {
    const key = keyOf(entry);
    const before = sums.get(key);
    const amount = addFen(before?.amount ?? 0, entry.amount);
    sums.set(key, before ? { ...before, amount } : { ...entry, id: -1 - sums.size, amount });
  }
  return [...sums.values()];
}

function lineEffects({ entries }: Draft, unit: string, now: NamedAccount, then: NamedAccount): LineEffect[] {
  const [before, after] = [now, then].map(({ account }) => {
    const own = lineAccounts(account.balances.filter((balance) => balance.unit === unit));
    return new Map(own.map((line) => [lineKey(line.line), line]));
  });
  const lines = new Map(entries.map(({ line }) => [lineKey(line), line]));
  return [...lines].map(([key, line]) => ({
    line,
    itemName: now.nameOf('functional', line.item),
    before: before?.get(key) ?? linePartsOf([]),
    after: after?.get(key) ?? linePartsOf([]),
  }));
}

function sentenceEffects(
  { entries }: Draft,
  now: NamedAccount,
  then: NamedAccount,
  profile: Profile,
): SentenceEffect[] {
  const [before, after] = [now, then].map(
    (named) => new Map(itemReports(named.account, profile, named).items.map(({ code, text }) => [code, text])),
  );
  const codes = new Set(entries.filter(({ line }) => line.fundSource === 'generalPublic').map(({ line }) => line.item));
  return [...codes].sort().map((code) => ({
    code,
    name: now.nameOf('functional', code),
    before: before?.get(code) ?? null,
    after: after?.get(code) ?? null,
  }));
}
