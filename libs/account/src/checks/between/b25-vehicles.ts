import { type Check, notRun } from '../check';
import { faultless } from '../comparison';
import { count, miscounted } from '../facts';

/** Vehicles run on 财政拨款 are among all vehicles, and the sorts of vehicles add up to their number where one is stated. */
export const vehiclesCounted: Check = {
  id: 'B25',
  scope: '说明九↔十二',
  formula: '开支财政拨款的公车保有量≤车辆总数；车辆分类之和=总数',
  tolerance: 'exact',
  severity: 'error',
  run: ({ account }) => {
    const sorts = count(account, SORTS);
    const total = count(account, TOTAL);
    const kept = count(account, KEPT);
    const all = total ?? sorts;
    if (all === null) return notRun(`没有登记车辆数，${ADVICE}`);
    if (kept === null && (total === null || sorts === null)) return notRun('只登记了一处车辆数，没有可以核对的另一处');
    const held = `公务用车保有量${kept === null ? '（未登记）' : ` ${kept}`}，车辆总数 ${all}${total === null ? '（各类车辆之和）' : ''}`;
    const odd = [KEPT, SORTS, TOTAL].flatMap((pattern) => miscounted(account, pattern));
    return faultless(odd.length > 0 ? odd : faultsOf(kept, sorts, total, all), held, '请核对06-其他事项的车辆数');
  },
};

const SORTS = /^车辆:/;
const TOTAL = /^车辆(总数|合计)$/;
const KEPT = /^公务用车保有量$/;

/** 公务用车保有量 says only what is run on 财政拨款: the number of all vehicles has to be recorded beside it. */
const ADVICE = '请在06-其他事项中加上“车辆总数”，或“车辆:其他用车”等各类一行';

function faultsOf(kept: number | null, sorts: number | null, total: number | null, all: number): string[] {
  return [
    ...(kept !== null && kept > all ? [`公务用车保有量 ${kept} 多于车辆总数 ${all}`] : []),
    ...(sorts !== null && total !== null && sorts !== total ? [`各类车辆之和 ${sorts} 不等于车辆总数 ${total}`] : []),
  ];
}
