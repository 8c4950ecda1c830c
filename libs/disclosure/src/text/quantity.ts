import {
  type Account,
  amountOf,
  countOf,
  factNamed,
  type Balance,
  cell,
  isOriginal,
  isSpending,
  type Item,
  placeAt,
  tableOf,
} from '@juesuan/account';
import { isFiscal, isPersonnel } from '@juesuan/classification';
import { factName } from '@juesuan/execution';
import { type Fen, formatWan, percent, sumFen } from '@juesuan/kernel';
import type { Profile } from '../profile/schema';
import { unnamed } from '../variance/causes';
import { formatAmount } from './format-amount';
import { type ItemFigure, type Source, sourceAt } from './sources';

/** What a source comes to: an amount in 分, a share of two amounts (printed in percent), or a count as it was recorded. */
export type Quantity =
  | { readonly is: 'amount'; readonly fen: Fen }
  | { readonly is: 'share'; readonly part: Fen; readonly whole: Fen }
  | { readonly is: 'count'; readonly text: string };

/** What a source comes to in an account; null where the fact was not recorded, no table has the cell, or it makes no sense (an amount of a count). */
export function quantityOf(account: Account, source: Source, most = Infinity): Quantity | null {
  switch (source.of) {
    case 'cell':
      return inTable(account, source);
    case 'prior': {
      const facts = source.document === 'account' ? account.facts.priorAccount : account.facts.priorBudget;
      const found = factNamed(facts, source.name);
      return found === undefined ? null : amount(found.value);
    }
    case 'disclosure':
      return disclosed(account, source.name);
    case 'list':
      return listed(account, source.name);
    case 'paid':
      return amount(
        sumOf(account, (one) => isSpending(one) && one.economicItem === source.economicItem && ofTreasury(one)),
      );
    case 'agency':
      return agencyAt(account, source.figure);
    case 'overall': {
      const [original, actual] = [sumFen(account.items.map((one) => one.original)), spent(account)];
      return source.figure === 'original' ? amount(original) : { is: 'share', part: actual, whole: original };
    }
    case 'derived':
      return derived(account, source);
    default:
      return ofItem(account, source, most);
  }
}

/** The text that a sentence prints for a source; null where there is none to print, also for a share of zero. */
export function figureValue(account: Account, source: Source, profile: Profile): string | null {
  const quantity = quantityOf(account, source, profile.variance.causes.most);
  if (quantity === null) return null;
  if (quantity.is === 'count') return quantity.text;
  if (quantity.is === 'amount')
    return `${isOverdrawn(source, quantity.fen) ? '-' : ''}${formatAmount(quantity.fen, profile)}`;
  return percent(quantity.part, quantity.whole, profile.percentDecimals);
}

/** What raises or lowers an item is said in words; any other figure below zero says so itself. */
const isOverdrawn = ({ of }: Source, fen: Fen): boolean =>
  of !== 'item' && of !== 'driver' && fen < 0 && formatWan(fen) !== '0.00';

/** How people's texts name a figure: by its address in braces. */
export const ADDRESSED = /\{([^{}]+)\}/g;

/** The amount at an address; null where it is none or was not recorded. */
export function amountAt(account: Account, address: string): Fen | null {
  const source = sourceAt(address);
  const quantity = source && quantityOf(account, source);
  return quantity?.is === 'amount' ? quantity.fen : null;
}

/** The placeholders `{address}` of a text whose amounts print as nothing. */
export const emptyAddresses = (text: string, account: Account): string[] =>
  [...text.matchAll(ADDRESSED)].flatMap(([written, address = '']) => {
    const fen = amountAt(account, address);
    return fen !== null && formatWan(Math.abs(fen)) === '0.00' ? [written] : [];
  });

const inTable = (account: Account, { table, row, column }: Extract<Source, { of: 'cell' }>): Quantity | null =>
  placeAt(table, row, column) === null ? null : amount(cell(tableOf(account, table), row, column));

const amount = (fen: Fen): Quantity => ({ is: 'amount', fen });
const spent = (account: Account): Fen => sumFen(account.items.map(({ actual }) => actual));

/** An empty value is as good as none recorded. */
function disclosed({ facts }: Account, name: string): Quantity | null {
  const found = factNamed(facts.disclosures, name)?.value;
  if (!found || found.value.trim() === '') return null;
  const fen = amountOf(found);
  return fen === null ? { is: 'count', text: found.value.trim() } : amount(fen);
}

/** The counts of an open list together; null where one of them is no count. */
function listed({ facts }: Account, list: string): Quantity | null {
  const counts = [...facts.disclosures]
    .filter(([name]) => factName(name).startsWith(`${list}:`))
    .map(([, { value }]) => countOf(value));
  const known = counts.filter((one) => one !== null);
  if (counts.length === 0 || known.length < counts.length) return null;
  return { is: 'count', text: String(known.reduce((sum, one) => sum + one, 0)) };
}

const sumOf = (account: Account, belongs: (balance: Balance) => boolean): Fen =>
  sumFen(account.balances.filter(belongs).map((one) => one.amount));

const ofTreasury = ({ fundSource }: Balance): boolean => fundSource !== '' && isFiscal(fundSource);

/** 机关运行经费; unknown where a budget names no economic item: 人员 and 公用经费 cannot be told apart, as in table Y06. */
function agencyAt(account: Account, figure: 'actual' | 'original'): Quantity | null {
  const isCounted = figure === 'actual' ? isSpending : isOriginal;
  const agencies = new Set(account.units.filter(({ type }) => isAgency(type)).map(({ code }) => code));
  const basic = account.balances.filter((balance) => {
    const { unit, fundSource, kind, amount: fen } = balance;
    return isCounted(balance) && agencies.has(unit) && fundSource === 'generalPublic' && kind === 'basic' && fen !== 0;
  });
  if (basic.some(({ economicItem }) => economicItem === '')) return null;
  return amount(sumFen(basic.filter(({ economicItem }) => !isPersonnel(economicItem)).map((one) => one.amount)));
}

const isAgency = (type: Account['unit']['type']): boolean =>
  type === 'administrative' || type === 'civilServiceManaged';

function derived(account: Account, { by, from }: Extract<Source, { of: 'derived' }>): Quantity | null {
  const amounts = from.map((one) => quantityOf(account, one));
  if (!amounts.every((one) => one?.is === 'amount')) return null;
  const fen = amounts.map((one) => one.fen);
  const [a = 0, b = 0] = fen;
  if (by === 'sum') return amount(sumFen(fen));
  if (by === 'difference') return amount(Math.abs(sumFen([a, -b])));
  if (by === 'share') return { is: 'share', part: a, whole: b };
  return { is: 'share', part: Math.abs(sumFen([a, -b])), whole: b };
}

function ofItem(account: Account, source: Extract<Source, { of: 'item' | 'driver' }>, most: number): Quantity | null {
  const item = account.items.find(({ code }) => code === source.item);
  if (!item) return null;
  if (source.of === 'driver') {
    const fits = item.drivers.filter(
      ({ kind, purpose }) => kind === source.kind && (source.purpose === undefined || purpose === source.purpose),
    );
    return amount(sumFen(fits.map(({ fen }) => fen)));
  }
  return ofFigure(item, source.figure, most);
}

function ofFigure({ original, actual, drivers }: Item, figure: ItemFigure, most: number): Quantity | null {
  if (figure === 'original') return amount(original);
  if (figure === 'actual') return amount(actual);
  if (figure === 'rate') return { is: 'share', part: actual, whole: original };
  if (figure === 'variance') return amount(sumFen([actual, -original]));
  return amount(sumFen(unnamed(drivers, figure === 'otherRises', most).map(({ fen }) => fen)));
}
