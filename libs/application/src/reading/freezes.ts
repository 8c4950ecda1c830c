import { type Freeze, freezesOf } from '@juesuan/account';
import type { Instant } from '@juesuan/kernel';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Accounts } from '../account/accounts';
import { type HistoryEntry, Journals } from './journals';

/** A freeze with the unit whose quota it holds. */
export type UnitFreeze = Freeze<HistoryEntry> & { readonly unit: string };

/** The freezes of a unit (of a department: of all its units), open and done with, the one that began last first. */
export class ListFreezes extends Query<readonly UnitFreeze[]> {
  constructor(
    readonly unit: string,
    readonly year: number,
    readonly knownAt?: Instant,
  ) {
    super();
  }
}

@QueryHandler(ListFreezes)
export class ListFreezesHandler implements IQueryHandler<ListFreezes> {
  constructor(
    private readonly accounts: Accounts,
    private readonly journals: Journals,
  ) {}

  async execute({ unit, year, knownAt }: ListFreezes): Promise<readonly UnitFreeze[]> {
    const units = await this.accounts.unitsUnder(unit, year);
    const lists = await Promise.all(
      units.map(async ({ code }) =>
        freezesOf(await this.journals.of(code, year, knownAt)).map((freeze) => ({ ...freeze, unit: code })),
      ),
    );
    const began = ({ steps }: UnitFreeze): string => steps[0]?.position ?? '';
    return lists.flat().sort((a, b) => (began(a) < began(b) ? 1 : -1));
  }
}
