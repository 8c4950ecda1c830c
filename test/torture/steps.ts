import type { Asked } from '@juesuan/application';

/** The made-up department: two units with the same four lines each. */
export const YEAR = 2023;
export const DEPARTMENT = '900';
export const UNITS = ['900001', '900002'] as const;
/** What each line begins the year with, 分. Small, so that payments are refused before long. */
export const ORIGINAL = 400_000;

export type Line = Extract<Asked, { type: 'CutBudget' }>['data']['line'];
const line = (fundSource: Line['fundSource'], item: string, kind: Line['kind'], project = ''): Line => {
  return { fundSource, item, kind, project };
};
export const LINES: readonly [Line, ...Line[]] = [
  line('generalPublic', '2010601', 'basic'),
  line('generalPublic', '2010607', 'project', '系统运维'),
  line('governmentFund', '2120803', 'project', '道路改造'),
  line('institutional', '2010608', 'project', '培训'),
];
export const ECONOMIC = ['30201', '30211', '30227'] as const;

/** What officers of this department ask for one by one. */
export type Order = Extract<
  Asked,
  {
    type:
      | 'MakePayment'
      | 'RefundPayment'
      | 'ReclassifyPayment'
      | 'SupplementBudget'
      | 'CutBudget'
      | 'TransferBudget'
      | 'FreezeQuota'
      | 'ReleaseQuota'
      | 'ReceiveIncome';
  }
>;

/** A row of an import file 04. */
export interface PaymentRow {
  readonly unit: string;
  readonly voucher: string;
  readonly line: Line;
  readonly economicItem: string;
  readonly amount: number;
  readonly date: string;
}

/** One thing a client of the system does. `id` is the command's id: sent again with the same id, it is the same thing. */
export type Step = { readonly id: string } & (
  | { readonly does: 'open' }
  | { readonly does: 'order'; readonly unit: string; readonly order: Order }
  | { readonly does: 'import'; readonly rows: readonly PaymentRow[] }
  | { readonly does: 'report' }
  | { readonly does: 'rebuild' }
);

/** What the client was told. `unknown`: an error that leaves open whether it was recorded. */
export type Answer =
  | { readonly fate: 'ok'; readonly revisions: readonly [number, number] | null; readonly repeated: boolean }
  | { readonly fate: 'refused'; readonly why: string }
  | { readonly fate: 'unknown'; readonly why: string };
