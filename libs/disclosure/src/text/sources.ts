import { DRIVER_KINDS, type DriverKind } from '@juesuan/account';

/** What a figure in a sentence is: a cell, a part of an item, the sum of all items, a recorded fact, or computed from such. */
export type Source =
  | { readonly of: 'cell'; readonly table: string; readonly row: string; readonly column: number }
  | { readonly of: 'item'; readonly item: string; readonly figure: ItemFigure }
  | {
      readonly of: 'driver';
      readonly item: string;
      readonly kind: DriverKind;
      /** The one purpose meant; undefined where all drivers of the kind are summed. */
      readonly purpose?: string;
    }
  | { readonly of: 'overall'; readonly figure: 'original' | 'rate' }
  /** A figure of last year, as 05-上年决算 or 05-上年预算 has it. */
  | { readonly of: 'prior'; readonly document: 'account' | 'budget'; readonly name: string }
  /** A count or amount of 06-其他事项. */
  | { readonly of: 'disclosure'; readonly name: string }
  /** Together, the counts of an open list of 06, such as 车辆. */
  | { readonly of: 'list'; readonly name: string }
  /** What 财政拨款 paid for an economic item, basic and project. */
  | { readonly of: 'paid'; readonly economicItem: string }
  /** 机关运行经费: 公用经费 of 行政 and 参公 units, from 一般公共预算; paid, or in the initial budget. */
  | { readonly of: 'agency'; readonly figure: 'actual' | 'original' }
  /** Computed from other figures: a − b without sign, a ÷ b in percent, (a − b) ÷ b in percent without sign, a + b + … */
  | { readonly of: 'derived'; readonly by: Derivation; readonly from: readonly Source[] };

export const DERIVATIONS = ['difference', 'share', 'change', 'sum'] as const;
export type Derivation = (typeof DERIVATIONS)[number];

/** `variance` is actual − original; `otherRises` and `otherFalls` are drivers too small to be named, summed up. */
export type ItemFigure = 'original' | 'actual' | 'rate' | 'variance' | 'otherRises' | 'otherFalls';

/**
 * The address of a source: `table:05/2080199/2`, `item:2080101/rate`, `item:2080101/driver:supplement:助学金`, `overall:rate`,
 * `prior:account/收入支出总计`, `disclosure:公务接待批次`, `share(table:02/total/1;table:02/total/0)`.
 */
export function addressOf(source: Source): string {
  if (source.of === 'cell') return `table:${source.table}/${source.row}/${source.column}`;
  if (source.of === 'item') return `item:${source.item}/${source.figure}`;
  if (source.of === 'overall') return `overall:${source.figure}`;
  if (source.of === 'prior') return `prior:${source.document}/${source.name}`;
  if (source.of === 'disclosure') return `disclosure:${source.name}`;
  if (source.of === 'list') return `disclosures:${source.name}`;
  if (source.of === 'paid') return `paid:${source.economicItem}`;
  if (source.of === 'agency') return `agency:${source.figure}`;
  if (source.of === 'derived') return `${source.by}(${source.from.map((one) => sealed(addressOf(one))).join(';')})`;
  const purpose = source.purpose === undefined ? '' : `:${source.purpose}`;
  return `item:${source.item}/driver:${source.kind}${purpose}`;
}

/** An address as a part of another: what would end it there is written as a number. */
const sealed = (address: string): string => address.replace(/[%;()]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
const unsealed = (part: string): string =>
  part.replace(/%(25|3b|28|29)/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

const PRIOR = /^prior:(account|budget)\/(.+)$/s;
const DISCLOSURE = /^disclosure:(.+)$/s;
const LIST = /^disclosures:(.+)$/s;
const AGENCY = /^agency:(actual|original)$/;
const PAID = /^paid:(\d{5})$/;
const DERIVED = new RegExp(`^(${DERIVATIONS.join('|')})\\(([^()]*)\\)$`, 's');
const CELL = /^table:([^/]+)\/([^/]+)\/(\d+)$/;
const ITEM = /^item:(\d+)\/(original|actual|rate|variance|otherRises|otherFalls)$/;
const DRIVER = new RegExp(`^item:(\\d+)/driver:(${DRIVER_KINDS.join('|')})(?::(.*))?$`, 's');
const OVERALL = /^overall:(original|rate)$/;

/** Reads an address; null for a text that is none. */
export function sourceAt(address: string): Source | null {
  const [, table, row, column] = CELL.exec(address) ?? [];
  if (table !== undefined && row !== undefined) return { of: 'cell', table, row, column: Number(column) };
  const [, item, figure] = ITEM.exec(address) ?? [];
  if (item !== undefined) return { of: 'item', item, figure: figure as ItemFigure };
  const [, whole] = OVERALL.exec(address) ?? [];
  if (whole !== undefined) return { of: 'overall', figure: whole as 'original' | 'rate' };
  const [, driven, kind, purpose] = DRIVER.exec(address) ?? [];
  if (driven === undefined) return factOrDerived(address);
  return { of: 'driver', item: driven, kind: kind as DriverKind, ...(purpose === undefined ? {} : { purpose }) };
}

function factOrDerived(address: string): Source | null {
  const [, document, name] = PRIOR.exec(address) ?? [];
  if (name !== undefined) return { of: 'prior', document: document as 'account' | 'budget', name };
  const [, fact] = DISCLOSURE.exec(address) ?? [];
  if (fact !== undefined) return { of: 'disclosure', name: fact };
  const [, list] = LIST.exec(address) ?? [];
  if (list !== undefined) return { of: 'list', name: list };
  const [, economicItem] = PAID.exec(address) ?? [];
  if (economicItem !== undefined) return { of: 'paid', economicItem };
  const [, agency] = AGENCY.exec(address) ?? [];
  if (agency !== undefined) return { of: 'agency', figure: agency as 'actual' | 'original' };
  return derivedAt(address);
}

function derivedAt(address: string): Source | null {
  const [, by, parts] = DERIVED.exec(address) ?? [];
  const from = parts?.split(';').map((part) => sourceAt(unsealed(part)));
  if (!from || from.includes(null)) return null;
  return { of: 'derived', by: by as Derivation, from: from.filter((one) => one !== null) };
}
