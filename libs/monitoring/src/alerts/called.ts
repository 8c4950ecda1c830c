import type { BudgetLine } from '@juesuan/execution';
import type { Names } from './alert';

const named = (code: string, name: string | null): string => (name === null ? code : `${name}（${code}）`);

/** `市人社局本级（301001）`. */
export const unitCalled = (unit: string, names: Names): string => named(unit, names.unit(unit));

/** `行政运行（2080101）`. */
export const itemCalled = (item: string, names: Names): string => named(item, names.item(item));

/** A line by its project where it has one: `项目“信息化”（一般行政管理事务，2080102）`. */
export function lineCalled({ item, project }: BudgetLine, names: Names): string {
  if (project === '') return itemCalled(item, names);
  return `项目“${project}”（${[names.item(item), item].filter((part) => part !== null).join('，')}）`;
}

/** A project by its name; without one, by the item its money stands on. */
export const projectCalled = ({ item, project }: BudgetLine, names: Names): string =>
  project === '' ? `没有名称的项目支出（${itemCalled(item, names)}）` : `项目“${project}”`;
