import type { Line, Order, PaymentRow, Step } from './steps';
import { DEPARTMENT, LINES, ORIGINAL, UNITS } from './steps';

/** What one event must say, as far as the model cares. */
export interface Expected {
  /** Tells it apart from every other event of the department. */
  readonly mark: string;
  readonly unit: string;
  readonly type: string;
  readonly amount: number | null;
  /** What it does to the books. */
  readonly book: (books: Books) => void;
}

/** The events that a step makes where it is accepted, in order; none for what only reads. */
export function expectedOf(step: Step): Expected[] {
  if (step.does === 'open') return opening();
  if (step.does === 'import') return step.rows.map(ofRow);
  if (step.does !== 'order') return [];
  const { id, unit, order } = step;
  const { amount } = order.data;
  return EVENTS[order.type].map((type, index) => ({
    mark: `${id}#${index}`,
    unit,
    type,
    amount,
    // Both halves of a virement are one movement of the books.
    book: index === 0 ? (books: Books) => books.take(unit, order) : () => undefined,
  }));
}

const EVENTS: Readonly<Record<Order['type'], readonly string[]>> = {
  MakePayment: ['PaymentMade'],
  RefundPayment: ['PaymentRefunded'],
  ReclassifyPayment: ['PaymentReclassified'],
  SupplementBudget: ['BudgetSupplemented'],
  CutBudget: ['BudgetCut'],
  TransferBudget: ['BudgetTransferredOut', 'BudgetTransferredIn'],
  FreezeQuota: ['QuotaFrozen'],
  ReleaseQuota: ['QuotaReleased'],
  ReceiveIncome: ['IncomeReceived'],
};

function opening(): Expected[] {
  const opened = [DEPARTMENT, ...UNITS].map((unit) => {
    const type = 'FiscalYearOpened';
    return { mark: `${type} ${unit}`, unit, type, amount: null, book: () => undefined };
  });
  const allocated = UNITS.flatMap((unit) =>
    LINES.map((line) => {
      const type = 'OriginalBudgetAllocated';
      const book = (books: Books) => void (books.line(unit, line).budget += ORIGINAL);
      return { mark: `${type} ${unit} ${line.item}`, unit, type, amount: ORIGINAL, book };
    }),
  );
  return [...opened, ...allocated];
}

function ofRow({ unit, voucher, line, economicItem, amount, date }: PaymentRow): Expected {
  const order: Order = { type: 'MakePayment', data: { voucher, line, economicItem, amount, date, summary: '' } };
  const book = (books: Books) => books.take(unit, order);
  return { mark: `voucher ${voucher}`, unit, type: 'PaymentMade', amount, book };
}

interface OfLine {
  budget: number;
  paid: number;
  frozen: number;
}

/**
 * The department's books as a bookkeeper with a pencil would keep them: written for this test alone, from DOMAIN.md, knowing
 * nothing of how the system decides or computes.
 */
export class Books {
  readonly lines = new Map<string, OfLine>();
  /** By unit, line and economic item. */
  readonly spent = new Map<string, number>();
  readonly income = new Map<string, number>();
  private readonly payments = new Map<string, { line: Line; economicItem: string; left: number }>();
  private readonly contracts = new Map<string, { line: Line; left: number }>();

  line(unit: string, line: Line): OfLine {
    const key = keyOf(unit, line);
    const found = this.lines.get(key) ?? { budget: 0, paid: 0, frozen: 0 };
    this.lines.set(key, found);
    return found;
  }

  /** Lines that have less than nothing left, and payments of which more came back than was paid. */
  overdrawn(): string[] {
    const lines = [...this.lines].filter(([, { budget, paid, frozen }]) => budget - paid - frozen < 0);
    const payments = [...this.payments].filter(([, { left }]) => !(left >= 0));
    const contracts = [...this.contracts].filter(([, { left }]) => left < 0);
    return [...lines, ...payments, ...contracts].map(([key]) => key);
  }

  take(unit: string, { type, data }: Order): void {
    switch (type) {
      case 'SupplementBudget':
        return void (this.line(unit, data.line).budget += data.amount);
      case 'CutBudget':
        return void (this.line(unit, data.line).budget -= data.amount);
      case 'TransferBudget':
        this.line(unit, data.from).budget -= data.amount;
        return void (this.line(unit, data.to).budget += data.amount);
      case 'FreezeQuota':
        return this.hold(unit, data.freezeId, data.line, data.amount);
      case 'ReleaseQuota':
        return this.hold(unit, data.freezeId, null, -data.amount);
      case 'ReceiveIncome':
        return add(this.income, `${unit} ${data.fundSource} ${data.item}`, data.amount);
      default:
        return this.pay(unit, { type, data } as Money);
    }
  }

  private pay(unit: string, { type, data }: Money): void {
    const line = data.line;
    const economicItem = data.economicItem ?? '';
    if (type === 'MakePayment') {
      if (data.freezeId !== undefined) this.useUp(unit, data.freezeId, data.amount);
      this.payments.set(`${unit} ${data.voucher}`, { line, economicItem, left: data.amount });
      return this.spend(unit, line, economicItem, data.amount);
    }
    const original = this.payments.get(`${unit} ${data.originalVoucher}`);
    if (original === undefined) throw new Error(`${type} of ${data.originalVoucher}, which was never paid`);
    original.left -= data.amount;
    if (type === 'RefundPayment') return this.spend(unit, line, economicItem, -data.amount);
    this.spend(unit, original.line, original.economicItem, -data.amount);
    this.spend(unit, line, economicItem, data.amount);
    // A correction moves all that is left; whoever speaks of the old voucher means the money where it stands now.
    Object.assign(original, { line, economicItem, left: original.left === 0 ? data.amount : NaN });
    this.payments.set(`${unit} ${data.voucher}`, original);
  }

  private spend(unit: string, line: Line, economicItem: string, amount: number): void {
    this.line(unit, line).paid += amount;
    add(this.spent, `${keyOf(unit, line)} ${economicItem}`, amount);
  }

  private hold(unit: string, freezeId: string, line: Line | null, amount: number): void {
    const key = `${unit} ${freezeId}`;
    const contract = this.contracts.get(key) ?? { line: line ?? LINES[0], left: 0 };
    contract.left += amount;
    this.contracts.set(key, contract);
    this.line(unit, contract.line).frozen += amount;
  }

  private useUp(unit: string, freezeId: string, amount: number): void {
    const left = this.contracts.get(`${unit} ${freezeId}`)?.left ?? 0;
    this.hold(unit, freezeId, null, -Math.min(left, amount));
  }
}

type Money = Extract<Order, { type: 'MakePayment' | 'RefundPayment' | 'ReclassifyPayment' }>;

export const keyOf = (unit: string, { fundSource, item, kind, project }: Line): string =>
  [unit, fundSource, item, kind, project].join(' ');

function add(sums: Map<string, number>, key: string, amount: number): void {
  sums.set(key, (sums.get(key) ?? 0) + amount);
}
