import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Instant } from '@juesuan/kernel';
import { Accounts } from '../account/accounts';
import { Journals } from './journals';

/** The vouchers of the 更正 of a payment, by its unit and voucher, oldest first. */
export type CorrectedBy = (unit: string, voucher: string) => readonly string[];

/** Which payments of a unit's year (of a department's: of all its units) were moved by which corrections. */
export class ListCorrections extends Query<CorrectedBy> {
  constructor(
    readonly unit: string,
    readonly year: number,
    readonly knownAt?: Instant,
  ) {
    super();
  }
}

@QueryHandler(ListCorrections)
export class ListCorrectionsHandler implements IQueryHandler<ListCorrections> {
  constructor(
    private readonly accounts: Accounts,
    private readonly journals: Journals,
  ) {}

  async execute({ unit, year, knownAt }: ListCorrections): Promise<CorrectedBy> {
    const units = await this.accounts.unitsUnder(unit, year);
    const found = new Map<string, string[]>();
    for (const { code } of units) {
      for (const { event } of await this.journals.of(code, year, knownAt)) {
        if (event.type !== 'PaymentReclassified') continue;
        const key = keyOf(code, event.data.originalVoucher);
        found.set(key, [...(found.get(key) ?? []), event.data.voucher]);
      }
    }
    return (of, voucher) => found.get(keyOf(of, voucher)) ?? [];
  }
}

const keyOf = (unit: string, voucher: string): string => `${unit}|${voucher}`;
