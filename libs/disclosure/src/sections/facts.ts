import { type Account, cell, tableOf } from '@juesuan/account';
import { factName } from '@juesuan/execution';
import type { Profile } from '../profile/schema';
import { type NameOf, selfOf } from '../tables/print-table';
import { asNote } from '../variance/purpose';

/** A member of a list that a template goes through: its name and the address of its figure. */
export interface Listed {
  readonly name: string;
  readonly at: string;
  /** Last year's figure, where lists are compared with it. */
  readonly prior: string;
  readonly note: string;
}

/** What a template may name: whose account of which year, and the lists it can go through. */
export interface SectionFacts extends Record<string, unknown> {
  readonly self: string;
  readonly unitName: string;
  readonly year: string;
  readonly lastYear: string;
  readonly isBudget: boolean;
  readonly incomes: readonly Listed[];
  readonly spendings: readonly Listed[];
  readonly items: readonly { readonly name: string; readonly at: string }[];
}

/** Every name a section's template may use. */
export const FACT_NAMES: readonly string[] = [
  ...['self', 'unitName', 'year', 'lastYear', 'isBudget', 'number', 'row'],
  ...['units', 'incomes', 'spendings', 'classes', 'items', 'fundItems', 'stateItems', 'personnel', 'publicUse'],
  ...['vehicles', 'devices', 'evaluations', 'budgetIncomes', 'budgetSpendings', 'budgetThreePublic'],
];

/** Lists whose members stand beside last year's: what a template asks for by going through one, it does not name. */
export const COMPARED_LISTS = {
  incomes: (profile: Profile) => columnsOf('02', profile, 'account'),
  spendings: (profile: Profile) => columnsOf('03', profile, 'account'),
  budgetIncomes: (profile: Profile) => columnsOf('Y02', profile, 'budget').slice(1),
  budgetSpendings: (profile: Profile) => columnsOf('Y03', profile, 'budget'),
  budgetThreePublic: (profile: Profile) => THREE_PUBLIC.map((kind) => threePublicOf(kind, profile)),
} as const;

/** Lists whose members are whatever was recorded as `车辆:…`, by the name before the colon. */
export const OPEN_LISTS = { vehicles: '车辆', devices: '设备', evaluations: '绩效自评' } as const;

/** What the templates of an account's sections are filled with. */
export function sectionFacts(account: Account, profile: Profile, nameOf: NameOf): SectionFacts {
  const spent = (table: string, code: string, column: number): boolean =>
    cell(tableOf(account, table), code, column) !== 0;
  return {
    self: selfOf(account, profile),
    unitName: account.unit.name,
    year: String(account.year),
    lastYear: String(account.year - 1),
    isBudget: account.isBudget,
    units: unitsIn(account),
    incomes: COMPARED_LISTS.incomes(profile),
    spendings: COMPARED_LISTS.spendings(profile),
    classes: codes(account, '05', nameOf).filter(({ code }) => code.length === 3),
    items: codes(account, '05', nameOf).filter(({ code }) => code.length === 7),
    fundItems: codes(account, '07', nameOf, 2).filter(({ code }) => code.length === 7 && spent('07', code, 2)),
    stateItems: codes(account, '08', nameOf).filter(({ code }) => code.length === 7),
    personnel: economic(account, nameOf, true),
    publicUse: economic(account, nameOf, false),
    vehicles: openList(account, OPEN_LISTS.vehicles),
    devices: openList(account, OPEN_LISTS.devices),
    evaluations: openList(account, OPEN_LISTS.evaluations),
    budgetIncomes: COMPARED_LISTS.budgetIncomes(profile),
    budgetSpendings: COMPARED_LISTS.budgetSpendings(profile),
    budgetThreePublic: COMPARED_LISTS.budgetThreePublic(profile),
  };
}

/** The units that an account holds; a department has no figures beside its units', a unit with others below it has. */
function unitsIn({ unit, units }: Account): { name: string }[] {
  const below = units.filter(({ code }) => code !== unit.code);
  const all = unit.type === 'department' || below.length === 0 ? below : [unit, ...below];
  return all.map(({ name }) => ({ name }));
}

const THREE_PUBLIC = ['abroad', 'vehiclePurchase', 'vehicleOperation', 'reception'];

function threePublicOf(kind: string, { forms, labels }: Profile): Listed {
  const name = { ...labels, ...forms['Y09']?.labels }[kind] ?? kind;
  return { name, at: `table:Y09/${kind}/0`, prior: `prior:budget/${name}`, note: '' };
}

/** The columns of a table after its total, each with its figure in the total row. */
function columnsOf(table: string, profile: Profile, document: 'account' | 'budget'): Listed[] {
  const labels = (profile.forms[table]?.columns ?? []).flatMap((header) => header.children ?? [header]);
  return labels
    .map(({ label }, column) => ({
      name: label,
      at: `table:${table}/total/${column}`,
      prior: `prior:${document}/${label}`,
      note: '',
    }))
    .slice(1);
}

const codes = (account: Account, table: string, nameOf: NameOf, column = 0) =>
  tableOf(account, table)
    .rows.filter(({ key }) => key !== 'total')
    .map(({ key }) => ({
      code: key,
      name: nameOf('functional', key) ?? key,
      section: nameOf('functional', key.slice(0, 5)) ?? key.slice(0, 5),
      class: nameOf('functional', key.slice(0, 3)) ?? key.slice(0, 3),
      at: `table:${table}/${key}/${column}`,
    }));

/** Basic spending by economic item, the largest first: 人员经费 is 301 and 303. */
function economic(account: Account, nameOf: NameOf, isPersonnel: boolean): { name: string; at: string }[] {
  const table = tableOf(account, '06');
  return table.rows
    .filter(({ key }) => /^\d{5}$/.test(key) && /^30[13]/.test(key) === isPersonnel)
    .map(({ key }) => ({ name: nameOf('economic', key) ?? key, at: `table:06/${key}/0`, fen: cell(table, key) }))
    .sort((a, b) => b.fen - a.fen);
}

/** Disclosures of an open list: `车辆:执法执勤用车` is 执法执勤用车 of the vehicles. */
const openList = (account: Account, list: string): Listed[] =>
  [...account.facts.disclosures]
    .filter(([name]) => factName(name).startsWith(`${list}:`))
    .map(([name, { value }]) => ({
      name: name.trim().slice(list.length + 1),
      at: `disclosure:${name}`,
      prior: '',
      note: asNote(value.note),
    }));
