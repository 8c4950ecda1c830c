import { FUND_SOURCES, type FundSource } from '@juesuan/classification';
import type { BudgetYearEvent } from '@juesuan/execution';
import type { Years } from './account-of-events';
import * as say from './events';

const office = say.line('2080101');
const project = say.line('2080199', 'project', 'generalPublic', '专项业务');
const roads = say.line('2120803', 'project', 'governmentFund', '道路建设');
const pensioners = say.line('2230105', 'project', 'stateCapital', '退休人员管理');
const shop = say.line('2080150', 'operating', 'operating');
const upwards = say.line('2080150', 'toSuperior', 'institutional');
const downwards = say.line('2080101', 'toAffiliated', 'other');

/** Every source of money brings in something and is planned, so that no column of 02 and Y02 stands empty. */
const ofEverySource: readonly BudgetYearEvent[] = (Object.keys(FUND_SOURCES) as FundSource[]).flatMap(
  (source, index) => [
    say.budgeted(say.line('2080501', 'basic', source), `${index + 1}.01`),
    say.received(source, '2080501', `${index + 1}.02`),
    say.openedWith(source, '2080501', `${index + 1}.03`),
  ],
);

const BUREAU: readonly BudgetYearEvent[] = [
  say.opened('900001', '示范局本级', 'administrative', '900'),
  ...ofEverySource,
  say.budgeted(office, '100', 'current', '30101'),
  say.budgeted(office, '20', 'current', '30201'),
  say.budgeted(office, '4', 'current', '30215'),
  say.budgeted(office, '3', 'current', '30216'),
  say.budgeted(office, '2', 'current', '30399'),
  say.budgeted(office, '1.50'),
  say.budgeted(project, '50', 'carryover'),
  say.budgeted(roads, '30', 'carryover'),
  say.budgeted(pensioners, '8', 'carryover'),
  say.budgeted(say.line('2080199', 'project', 'other', '自筹项目'), '6', 'carryover'),
  say.budgeted(downwards, '12'),
  say.threePublicBudget('abroad', '5'),
  say.threePublicBudget('vehiclePurchase', '18'),
  say.threePublicBudget('vehicleOperation', '4'),
  say.threePublicBudget('reception', '1'),
  say.supplemented(project, '20', '示财预〔2023〕1号', '追加业务费'),
  say.cut(office, '2', '示财预〔2023〕2号'),
  say.transferredOut(project, '5', '示财预〔2023〕3号'),
  say.transferredIn(office, '5', '示财预〔2023〕3号'),
  say.broughtIn(roads, '4', '示财预〔2023〕4号'),
  say.recalled(pensioners, '1', '示财预〔2023〕5号'),
  say.paid(office, '30101', '90'),
  say.paid(office, '30201', '18', '凭证甲'),
  say.refunded(office, '30201', '1', '凭证甲'),
  say.paid(office, '30217', '0.60'),
  say.paid(office, '30231', '3.50'),
  say.paid(office, '30399', '1.50'),
  say.paid(project, '31013', '17'),
  say.paid(project, '30212', '4.50'),
  say.paid(roads, '31005', '28'),
  say.paid(pensioners, '30399', '7'),
  say.paid(downwards, '30399', '12'),
  say.received('generalPublic', '2080101', '113'),
  say.received('generalPublic', '2080199', '21.50'),
  say.received('governmentFund', '2120803', '29'),
  say.received('stateCapital', '2230105', '7'),
  say.surplusUsed('3.30'),
  say.surplusDistributed('2.20'),
];

const CENTRE: readonly BudgetYearEvent[] = [
  say.opened('900002', '示范服务中心', 'institution', '900'),
  say.budgeted(say.line('2080150', 'basic', 'superior'), '12'),
  say.budgeted(shop, '9'),
  say.budgeted(upwards, '7'),
  say.received('superior', '2080150', '12'),
  say.received('operating', '2080150', '8'),
  say.paid(shop, '30201', '7.50'),
  say.paid(upwards, '30399', '6.50'),
];

/** A department in whose year everything happened that a table prints, in both its documents. */
export const FULL_YEAR: Years = {
  '900': [say.opened('900', '示范局', 'department')],
  '900001': BUREAU,
  '900002': CENTRE,
};
