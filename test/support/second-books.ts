import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '@juesuan/application';
import { type Source, sourceAt } from '@juesuan/disclosure';
import { formatWan, parseWan, parseYuan, percent } from '@juesuan/kernel';

/** The rows of an import file that quotes nothing, by header. */
export const rowsOf = (folder: string, file: string): Record<string, string>[] => {
  const [header = '', ...lines] = readFileSync(join(folder, `${file}.csv`), 'utf8')
    .trim()
    .split('\n');
  const names = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, column) => [name, cells[column] ?? '']));
  });
};

const FISCAL = /财政拨款$/;
const AGENCIES = ['行政单位', '参公事业单位'];
const isPublicUse = (economic = ''): boolean => economic !== '' && !/^30[13]/.test(economic);

/**
 * A second bookkeeper: what a figure of the text must be, from the tables of the report and from the import files alone. Knows
 * nothing of how the text was made; `null` for what it cannot know.
 */
export class SecondBooks {
  private readonly paid: { unit: string; fund: string; kind: string; economic: string; fen: number }[];

  constructor(
    private readonly folder: string,
    private readonly report: Report,
  ) {
    this.paid = paidIn(folder);
  }

  /** The figure as a province prints it, without grouping and trailing zeros. */
  printed(address: string): string | null {
    const source = sourceAt(address);
    if (source === null) return null;
    const { percentDecimals } = this.report.profile;
    if (source.of === 'disclosure' && !this.isMoney(source.name)) return this.disclosed(source.name)?.['数值'] ?? null;
    if (source.of === 'list') return String(this.listed(source.name));
    const rate = this.rate(source);
    if (rate !== null) return percent(rate[0], rate[1], percentDecimals);
    const fen = this.amount(source);
    return fen === null ? null : formatWan(Math.abs(fen));
  }

  private rate(source: Source): readonly [number, number] | null {
    if (source.of === 'overall' && source.figure === 'rate') return [this.cell('05', 'total', 0), this.original(/./)];
    if (source.of === 'item' && source.figure === 'rate') {
      return [this.cell('05', source.item, 0), this.original(new RegExp(`^${source.item}$`))];
    }
    if (source.of !== 'derived' || source.by === 'sum' || source.by === 'difference') return null;
    const [a = 0, b = 0] = source.from.map((one) => this.amount(one) ?? NaN);
    return [source.by === 'share' ? a : Math.abs(a - b), b];
  }

  private amount(source: Source): number | null {
    switch (source.of) {
      case 'cell':
        return this.cell(source.table, source.row, source.column);
      case 'prior':
        return this.prior(source.document === 'account' ? '05-上年决算' : '05-上年预算', source.name);
      case 'disclosure':
        return parseWan(this.disclosed(source.name)?.['数值'] ?? '0');
      case 'paid':
        return this.spent(({ fund, economic }) => FISCAL.test(fund) && economic === source.economicItem);
      case 'agency':
        return source.figure === 'actual' ? this.agencyPaid() : this.agencyBudget();
      case 'overall':
        return this.original(/./);
      case 'item':
        return this.ofItem(source.item, source.figure);
      case 'driver':
        return this.driver(source.item, source.kind, source.purpose);
      case 'derived': {
        const parts = source.from.map((one) => this.amount(one) ?? NaN);
        return source.by === 'sum' ? parts.reduce((sum, fen) => sum + fen, 0) : (parts[0] ?? 0) - (parts[1] ?? 0);
      }
      default:
        return null;
    }
  }

  private cell(table: string, row: string, column: number): number {
    const found = this.report.tables.find(({ id }) => id === table);
    return found?.rows.find(({ key }) => key === row)?.fen[column] ?? 0;
  }

  private ofItem(item: string, figure: string): number | null {
    const [original, actual] = [this.original(new RegExp(`^${item}$`)), this.cell('05', item, 0)];
    if (figure === 'original') return original;
    if (figure === 'actual') return actual;
    return figure === 'variance' ? actual - original : null;
  }

  private driver(item: string, kind: string, purpose?: string): number {
    const { drivers = [] } = this.report.json.items.find(({ code }) => code === item) ?? {};
    const meant = drivers.filter((one) => one.kind === kind && (purpose === undefined || one.purpose === purpose));
    return meant.reduce((sum, { fen }) => sum + fen, 0);
  }

  private original(item: RegExp): number {
    const rows = rowsOf(this.folder, '01-年初预算').filter(
      (row) => row['资金性质'] === '一般公共预算财政拨款' && item.test(row['功能分类科目'] ?? ''),
    );
    return rows.reduce((sum, row) => sum + parseYuan(row['金额(元)'] ?? ''), 0);
  }

  private prior(file: string, name: string): number {
    return parseWan(rowsOf(this.folder, file).find((row) => row['指标'] === name)?.['金额(万元)'] ?? '');
  }

  private disclosed(name: string): Record<string, string> | undefined {
    return rowsOf(this.folder, '06-其他事项').find((row) => row['指标'] === name);
  }

  private isMoney(name: string): boolean {
    return this.disclosed(name)?.['单位'] === '万元';
  }

  private listed(name: string): number {
    const rows = rowsOf(this.folder, '06-其他事项').filter((row) => row['指标']?.startsWith(`${name}:`));
    return rows.reduce((sum, row) => sum + Number(row['数值']), 0);
  }

  private spent(counts: (paid: SecondBooks['paid'][number]) => boolean): number {
    return this.paid.filter(counts).reduce((sum, { fen }) => sum + fen, 0);
  }

  private agencies(): Set<string | undefined> {
    const units = rowsOf(this.folder, '00-单位').filter((row) => AGENCIES.includes(row['单位类型'] ?? ''));
    return new Set(units.map((row) => row['单位编码']));
  }

  private agencyPaid(): number {
    const agencies = this.agencies();
    return this.spent(
      ({ unit, fund, kind, economic }) =>
        agencies.has(unit) && fund === '一般公共预算财政拨款' && kind === '基本支出' && isPublicUse(economic),
    );
  }

  private agencyBudget(): number {
    const agencies = this.agencies();
    const rows = rowsOf(this.folder, '01-年初预算').filter(
      (row) =>
        agencies.has(row['单位编码']) &&
        row['资金性质'] === '一般公共预算财政拨款' &&
        row['支出类型'] === '基本支出' &&
        isPublicUse(row['经济分类科目']),
    );
    return rows.reduce((sum, row) => sum + parseYuan(row['金额(元)'] ?? ''), 0);
  }
}

/** Payments less refunds, corrections moved. */
function paidIn(folder: string): SecondBooks['paid'] {
  const rows = rowsOf(folder, '04-支付').map((row) => ({
    type: row['类型'],
    original: row['原凭证号'] ?? '',
    voucher: row['凭证号'] ?? '',
    unit: row['单位编码'] ?? '',
    fund: row['资金性质'] ?? '',
    kind: row['支出类型'] ?? '',
    economic: row['经济分类科目'] ?? '',
    fen: parseYuan(row['金额(元)'] ?? ''),
  }));
  const moved = new Set(rows.flatMap(({ type, original }) => (type === '更正' ? [original] : [])));
  return rows
    .filter(({ voucher }) => !moved.has(voucher))
    .map((row) => (row.type === '退回' ? { ...row, fen: -row.fen } : row));
}
