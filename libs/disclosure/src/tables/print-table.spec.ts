import * as files from 'node:fs';
import { join } from 'node:path';
import { BUDGET_TABLES, FINAL_TABLES, STATEMENTS, tableOf } from '@juesuan/account';
import { formatWan } from '@juesuan/kernel';
import * as say from '../../testing/account-of-events';
import { allProfiles } from '../../testing/profiles';
import type { Profile } from '../profile/schema';
import { formatCell } from './format-cell';
import { ordinal } from './ordinal';
import { printTable, printTables } from './print-table';

const PROFILES = join(__dirname, '../../profiles');
const profiles = allProfiles(files, PROFILES);
const profileOf = (id: string): Profile => profiles.get(id) as Profile;
const hunan = profileOf('hunan-2023');

const running = say.line('2080101');
const project = say.line('2090101', 'project', '甲');
const fund = { ...say.line('2120803', 'project', '乙'), fundSource: 'governmentFund' } as const;

/** Basic spending on economic items that Hunan's table 06 does not list, and a functional class that table 01 does not. */
const UNLISTED = [
  say.budgeted(running, '100'),
  say.budgeted(project, '3'),
  say.budgeted(say.line('2330101'), '1'),
  ...['30101', '30115', '30703', '30901', '30913', '31002', '31101', '31201', '31302', '39999'].map((item) =>
    say.paid(running, '1', item),
  ),
  say.paid(project, '2', '30201'),
  say.paid(say.line('2330101'), '1', '30201'),
];

const printed = (id: string, events = UNLISTED, profile = hunan, options = {}) => {
  const { account, nameOf } = say.namedAccountOf(events, options);
  return printTable(account, id, profile, nameOf);
};
const keysOf = (table: { rows: readonly { key: string }[] }): string[] => table.rows.map(({ key }) => key);

describe('a printed table', () => {
  it('lists every 类 with its 款 and 项 under it, the total first', () => {
    const { rows, columns, header } = printed('05');
    expect(rows.map(({ key, label, level, values }) => [key, label, level, ...values])).toEqual([
      ['total', '合计', 0, '13.00', '11.00', '2.00'],
      ['208', '社会保障和就业支出', 1, '10.00', '10.00', '0.00'],
      ['20801', '人力资源和社会保障管理事务', 2, '10.00', '10.00', '0.00'],
      ['2080101', '行政运行', 3, '10.00', '10.00', '0.00'],
      ['209', '功能209', 1, '2.00', '0.00', '2.00'],
      ['20901', '功能20901', 2, '2.00', '0.00', '2.00'],
      ['2090101', '功能2090101', 3, '2.00', '0.00', '2.00'],
      ['233', '功能233', 1, '1.00', '1.00', '0.00'],
      ['23301', '功能23301', 2, '1.00', '1.00', '0.00'],
      ['2330101', '功能2330101', 3, '1.00', '1.00', '0.00'],
    ]);
    expect(columns).toEqual(['小计', '基本支出', '项目支出']);
    expect(header).toEqual([{ label: '本年支出', children: columns.map((label) => ({ label })) }]);
  });

  it('puts a row that the form does not list at its place, so that no figure is lost', () => {
    const income = keysOf(printed('01'));
    expect(income.slice(income.indexOf('out.208'), income.indexOf('out.210') + 1)).toEqual([
      'out.208',
      'out.209',
      'out.210',
    ]);
    expect(income.slice(income.indexOf('out.232'), -4)).toEqual(['out.232', 'out.233', 'out.234']);
    const basic = keysOf(printed('06'));
    expect(basic.slice(basic.indexOf('30114'), basic.indexOf('30199'))).toEqual(['30114', '30115']);
    expect(basic.slice(basic.indexOf('307'), basic.indexOf('310') + 1)).toEqual([
      ...['307', '30701', '30702', '30703', '309', '30901', '30913', '310'],
    ]);
    expect(basic.slice(basic.indexOf('31099'), basic.indexOf('399') + 1)).toEqual([
      ...['31099', '311', '31101', '312', '31201', '313', '31302', '399'],
    ]);
    expect(basic.slice(-2)).toEqual(['personnel', 'publicUse']);
  });

  it('numbers the classes of the overviews as they stand', () => {
    const labels = printed('04').rows.map(({ label }) => label);
    expect(labels).toContain('九、功能209');
    expect(labels).toContain('十、卫生健康支出');
    expect([1, 10, 11, 20, 26, 31].map(ordinal)).toEqual(['一', '十', '十一', '二十', '二十六', '三十一']);
  });

  it('says why it is empty, speaks of the body it is of, and has no rows by code then', () => {
    expect(printed('07')).toMatchObject({
      rows: [],
      emptySentence:
        '本单位2023年度没有政府性基金预算财政拨款收入，也没有使用政府性基金预算财政拨款安排的支出，故本表无数据。',
      unitLine: { unit: '单位：', money: '金额单位：万元' },
    });
    expect(printed('08', [], hunan, { type: 'department', year: 2024 }).emptySentence).toMatch(/^本部门2024年度没有/);
    expect(printed('07', [say.budgeted(fund, '5'), say.paid(fund, '5')]).emptySentence).toBeNull();
    expect(keysOf(printed('09', []))).toEqual(['budget', 'actual']);
  });

  it.each([...profiles.keys()])('holds every exact amount of its account, in every table of %s', (id) => {
    const { account, nameOf } = say.namedAccountOf(UNLISTED);
    for (const statement of STATEMENTS.keys()) {
      const { rows, columns } = printTable(account, statement, profileOf(id), nameOf);
      const byKey = new Map(rows.map((row) => [row.key, row]));
      expect(byKey.size).toBe(rows.length);
      for (const { key, amounts } of tableOf(account, statement).rows) {
        const width = byKey.get(key)?.fen.length ?? 0;
        expect(byKey.get(key)?.fen).toEqual(amounts.slice(0, width));
        expect(amounts.slice(width).every((amount) => amount === 0)).toBe(true);
        expect(byKey.get(key)?.values).toEqual(amounts.slice(0, width).map(formatWan));
        expect([1, columns.length]).toContain(width);
      }
    }
  });

  it('is one of the nine of the budget before anything was paid, else of the final account', () => {
    const ids = (events: Parameters<typeof say.namedAccountOf>[0]): string[] =>
      printTables(say.namedAccountOf(events), hunan).map(({ id }) => id);
    expect(ids([say.budgeted(running, '1')])).toEqual(BUDGET_TABLES.map(({ id }) => id));
    expect(ids(UNLISTED)).toEqual(FINAL_TABLES.map(({ id }) => id));
  });
});

it('prints cells as the province does', () => {
  expect(['0.00', '2817.04', '-1234.50'].map((value) => formatCell(value, hunan))).toEqual([
    '0.00',
    '2,817.04',
    '-1,234.50',
  ]);
  expect(formatCell('0.00', profileOf('shandong-2022'))).toBe('');
});
