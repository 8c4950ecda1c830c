import { type Account, type Direction, directionOf, type Driver, type DriverKind, type Item } from '@juesuan/account';
import { type Fen, formatWan, sumFen } from '@juesuan/kernel';
import type { Profile } from '../profile/schema';
import type { NameOf } from '../tables/print-table';
import type { Figure } from '../text/document';
import { type KnownDriver, knownDrivers } from './causes';
import { itemSentence } from './item-sentence';
import { wordedReason } from './reason';
import { isNearlyLevel, prints, statedRate } from './tolerance';
import { levelKindOf } from './variance-kind';

/** A part of an item's variance as the account's JSON has it (CASES.md). */
export interface DriverReport {
  readonly kind: DriverKind;
  readonly purpose: string | null;
  readonly amount: string;
  readonly fen: Fen;
  readonly events: readonly string[];
  /** Which of the usual kinds of variance it is (P1 … E2). */
  readonly varianceKind: string | null;
}

/** One item's variance, explained. */
export interface ItemReport {
  readonly code: string;
  readonly original: string;
  readonly actual: string;
  /** Null on a base that is zero as printed, on which no rate may be stated. */
  readonly rate: string | null;
  readonly direction: Direction;
  readonly drivers: readonly DriverReport[];
  /** As the officer recorded it, placeholders included. */
  readonly reason: string | null;
  readonly text: string;
  readonly figures: readonly Figure[];
  readonly needsReason: boolean;
  /** That of the largest driver in the variance's direction; E1 or E2 where the item is level. */
  readonly varianceKind: string | null;
}

/** All items together. */
export interface Overall {
  readonly original: string;
  readonly actual: string;
  readonly rate: string | null;
}

/** What item reports need beside the account: names of the report's year, and the events behind a driver. */
export interface Names {
  readonly nameOf: NameOf;
  readonly eventsOf: (driver: Driver) => readonly string[];
}

/** An account with the names and events that its texts need. */
export type NamedAccount = Names & { readonly account: Account };

/** Explains every functional item under 一般公共预算财政拨款, and states their sum (DOMAIN.md §4). */
export function itemReports(
  account: Account,
  profile: Profile,
  names: Names,
): { overall: Overall; items: ItemReport[] } {
  const original = sumFen(account.items.map((item) => item.original));
  const actual = sumFen(account.items.map((item) => item.actual));
  return {
    overall: {
      original: formatWan(original),
      actual: formatWan(actual),
      rate: statedRate(actual, original, profile),
    },
    items: account.items.map((item) => itemReport(item, reasonFor(account, item), profile, names)),
  };
}

function reasonFor({ facts }: Account, { code }: Item): string | null {
  const reason = facts.reasons.get(code)?.value ?? '';
  return reason.trim() === '' ? null : reason;
}

function itemReport(item: Item, reason: string | null, profile: Profile, { nameOf, eventsOf }: Names): ItemReport {
  const { code, original, actual } = item;
  const drivers = knownDrivers(item, reason);
  const sentence = itemSentence({ item, drivers, reason }, profile, nameOf);
  return {
    code,
    original: formatWan(original),
    actual: formatWan(actual),
    rate: statedRate(actual, original, profile),
    direction: directionOf(item),
    drivers: drivers.map((driver) => ({
      kind: driver.kind,
      purpose: driver.purpose,
      amount: formatWan(driver.fen),
      fen: driver.fen,
      events: eventsOf(driver),
      varianceKind: driver.varianceKind,
    })),
    reason,
    ...sentence,
    needsReason:
      wordedReason(reason ?? '', item, profile) === '' && !isNearlyLevel(item, profile) && !isExplained(item),
    varianceKind: kindOf(item, drivers, profile),
  };
}

function kindOf(item: Item, drivers: readonly KnownDriver[], profile: Profile): string | null {
  if (item.actual === item.original) return levelKindOf('exact');
  if (isNearlyLevel(item, profile)) return levelKindOf('nearly');
  const goesUp = item.actual > item.original;
  const toward = drivers.filter(({ fen }) => fen > 0 === goesUp);
  return toward.sort((a, b) => Math.abs(b.fen) - Math.abs(a.fen))[0]?.varianceKind ?? null;
}

/** Something in the variance's direction explains it, other than that money is left over, which only restates it. */
function isExplained({ original, actual, drivers }: Item): boolean {
  const goesUp = actual > original;
  return drivers.some(({ kind, fen }) => kind !== 'unspent' && fen > 0 === goesUp && prints(fen));
}
