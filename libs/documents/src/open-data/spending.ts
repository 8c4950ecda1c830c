import { type Account, isSpending, type LineAccount, lineAccounts } from '@juesuan/account';
import { EXPENDITURE_KINDS, FUND_SOURCES } from '@juesuan/classification';
import type { NameOf } from '@juesuan/disclosure';
import { type Fen, formatYuan } from '@juesuan/kernel';

/** Phases of the Fiscal Data Package: what was approved, what it became, what was spent. */
export type Phase = 'approved' | 'adjusted' | 'executed';

/** One amount of one budget line, which unit, item, fund, kind and project name; `economic` is known of what was spent only. */
export interface Spending {
  readonly unit: string;
  readonly unitName: string;
  readonly year: number;
  readonly functional: string;
  readonly functionalName: string;
  readonly economic: string;
  readonly economicName: string;
  readonly fund: string;
  readonly fundName: string;
  readonly kind: string;
  readonly kindName: string;
  /** Empty where the line has no project. */
  readonly project: string;
  readonly phase: Phase;
  readonly fen: Fen;
}

/** The columns of the CSV, in 元 so that no digit is lost. */
export const SPENDING_COLUMNS = [
  'unit',
  'unit_name',
  'fiscal_year',
  'functional_code',
  'functional_name',
  'economic_code',
  'economic_name',
  'fund_code',
  'fund_name',
  'kind_code',
  'kind_name',
  'project',
  'phase',
  'amount',
] as const;

export const spendingCells = (one: Spending): string[] => [
  one.unit,
  one.unitName,
  String(one.year),
  one.functional,
  one.functionalName,
  one.economic,
  one.economicName,
  one.fund,
  one.fundName,
  one.kind,
  one.kindName,
  one.project,
  one.phase,
  formatYuan(one.fen).replaceAll(',', ''),
];

/** Original budget, final budget and actual of every line, the actual by economic item; rows that come to nothing are left out. */
export function spendingOf(account: Account, nameOf: NameOf): Spending[] {
  const names = new Map(account.units.map(({ code, name }) => [code, name]));
  return lineAccounts(account.balances).flatMap((line) =>
    amountsOf(line).flatMap(({ phase, economic, fen }): Spending[] => {
      if (fen === 0) return [];
      const { item, fundSource, kind, project } = line.line;
      return [
        {
          unit: line.unit,
          unitName: names.get(line.unit) ?? line.unit,
          year: account.year,
          functional: item,
          functionalName: nameOf('functional', item) ?? item,
          economic,
          economicName: economic === '' ? '' : (nameOf('economic', economic) ?? economic),
          fund: fundSource,
          fundName: FUND_SOURCES[fundSource],
          kind,
          kindName: EXPENDITURE_KINDS[kind],
          project,
          phase,
          fen,
        },
      ];
    }),
  );
}

function amountsOf({ original, final, balances }: LineAccount) {
  const spent = new Map<string, Fen>();
  for (const { economicItem, amount } of balances.filter(isSpending))
    spent.set(economicItem, (spent.get(economicItem) ?? 0) + amount);
  return [
    { phase: 'approved' as const, economic: '', fen: original },
    { phase: 'adjusted' as const, economic: '', fen: final },
    ...[...spent].map(([economic, fen]) => ({ phase: 'executed' as const, economic, fen })),
  ];
}
