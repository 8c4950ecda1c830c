import type { Random } from './random';
import { ECONOMIC, type Line, LINES, type Order, type PaymentRow, type Step, UNITS } from './steps';

interface Paid {
  readonly unit: string;
  readonly voucher: string;
  readonly line: Line;
  readonly economicItem: string;
  readonly amount: number;
}

const WEIGHTS = {
  pay: 50,
  payFrozen: 4,
  refund: 8,
  reclassify: 6,
  supplement: 6,
  cut: 5,
  transfer: 8,
  freeze: 5,
  release: 3,
  receive: 4,
  import: 5,
  report: 3,
  rebuild: 1,
  again: 5,
} as const;

/** What its clients ask of the department, as the dice decide: much of it possible, some refused, some said twice. */
export class Workload {
  private readonly paid: Paid[] = [];
  private readonly freezes: { unit: string; line: Line; freezeId: string }[] = [];
  private readonly orders: Step[] = [];
  private count = 0;

  constructor(
    private readonly random: Random,
    /** Keeps the names of two workloads of one department apart. */
    private readonly name: string,
  ) {}

  next(): Step {
    const kind = this.random.weighted(WEIGHTS);
    const id = `${this.name}-${++this.count}`;
    if (kind === 'report' || kind === 'rebuild') return { id, does: kind };
    if (kind === 'import') return { id, does: 'import', rows: this.rows(id) };
    if (kind === 'again') return this.orders.at(-this.random.between(1, 20)) ?? { id, does: 'report' };
    const unit = this.random.pick(UNITS);
    const step: Step = { id, does: 'order', unit, order: this.order(kind, unit, id) };
    this.orders.push(step);
    return step;
  }

  private order(
    kind: Exclude<keyof typeof WEIGHTS, 'import' | 'report' | 'rebuild' | 'again'>,
    unit: string,
    id: string,
  ): Order {
    const line = this.random.pick(LINES);
    const amount = this.amount();
    const document = { documentNumber: `文 ${id}`, date: this.date(), purpose: '调整' };
    const voucher = { voucher: id, date: this.date(), summary: '' };
    switch (kind) {
      case 'pay':
        return this.pay(unit, { ...voucher, line, economicItem: this.random.pick(ECONOMIC), amount });
      case 'payFrozen':
        return this.payFrozen(unit, id);
      case 'refund':
        return {
          type: 'RefundPayment',
          data: { ...this.somePaid(unit), ...voucher, amount: this.random.between(1, 9000) },
        };
      case 'reclassify':
        return this.reclassify(unit, id);
      case 'supplement':
        return { type: 'SupplementBudget', data: { ...document, line, amount: amount * 5 } };
      case 'cut':
        return { type: 'CutBudget', data: { ...document, line, amount: amount * 2 } };
      case 'transfer':
        return {
          type: 'TransferBudget',
          data: { ...document, from: line, to: this.random.pick(besideOf(line)), amount: amount * 3 },
        };
      case 'freeze':
        return this.freeze(unit, line, id);
      case 'release':
        return { type: 'ReleaseQuota', data: { freezeId: this.someFreeze(unit).freezeId, amount, date: this.date() } };
      case 'receive':
        return { type: 'ReceiveIncome', data: { ...voucher, fundSource: line.fundSource, item: line.item, amount } };
    }
  }

  private pay(unit: string, data: Extract<Order, { type: 'MakePayment' }>['data'] & Omit<Paid, 'unit'>): Order {
    this.paid.push({ unit, ...data });
    return { type: 'MakePayment', data };
  }

  private payFrozen(unit: string, id: string): Order {
    const { line, freezeId } = this.someFreeze(unit);
    const rest = { voucher: id, date: this.date(), summary: '', economicItem: '30227', amount: this.amount() };
    return this.pay(unit, { ...rest, line, freezeId });
  }

  private freeze(unit: string, line: Line, id: string): Order {
    const freezeId = `合同 ${id}`;
    this.freezes.push({ unit, line, freezeId });
    return { type: 'FreezeQuota', data: { freezeId, line, amount: this.amount(), date: this.date(), purpose: '合同' } };
  }

  private reclassify(unit: string, id: string): Order {
    const { amount, line: from, originalVoucher } = this.somePaid(unit);
    const line = this.random.percent(50) ? this.random.pick(LINES) : from;
    const economicItem = this.random.pick(ECONOMIC);
    const data = { voucher: id, date: this.date(), summary: '', originalVoucher, line, economicItem, amount };
    this.paid.push({ unit, voucher: id, line, economicItem, amount });
    return { type: 'ReclassifyPayment', data };
  }

  /** Payments of both units, now and then thousands; one in five imports has a row that no line can bear. */
  private rows(id: string): PaymentRow[] {
    const isLarge = this.random.percent(10);
    const count = isLarge ? this.random.between(500, 3000) : this.random.between(2, 60);
    const rows = Array.from({ length: count }, (_, index) => ({
      unit: this.random.pick(UNITS),
      voucher: `${id}-${index}`,
      line: this.random.pick(LINES),
      economicItem: this.random.pick(ECONOMIC),
      amount: this.random.between(1, isLarge ? 100 : 2000),
      date: this.date(),
    }));
    const last = rows.at(-1);
    if (last && this.random.percent(20)) rows.push({ ...last, voucher: `${id}-x`, amount: 9_000_000_000 });
    return rows;
  }

  private somePaid(unit: string): Omit<Paid, 'unit' | 'voucher'> & { readonly originalVoucher: string } {
    const own = this.paid.filter((each) => each.unit === unit);
    const nothing = { voucher: '没有的凭证', line: LINES[0], economicItem: ECONOMIC[0], amount: 1 };
    const { voucher: originalVoucher, line, economicItem, amount } = own.at(-this.random.between(1, 30)) ?? nothing;
    return { originalVoucher, line, economicItem, amount };
  }

  private someFreeze(unit: string): { readonly line: Line; readonly freezeId: string } {
    const own = this.freezes.filter((each) => each.unit === unit);
    return own.at(-this.random.between(1, 5)) ?? { line: LINES[0], freezeId: '没有的合同' };
  }

  private amount(): number {
    return this.random.between(1, 60_000);
  }

  private date(): string {
    return `2023-${String(this.random.between(1, 12)).padStart(2, '0')}-15`;
  }
}

/** The lines that quota may go to from a line: those of its fund. Where there is no other, itself, which is refused. */
function besideOf(line: Line): readonly [Line, ...Line[]] {
  const [first = line, ...rest] = LINES.filter((other) => other !== line && other.fundSource === line.fundSource);
  return [first, ...rest];
}
