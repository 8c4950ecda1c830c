import { type Check, notRun } from '../check';
import { faultless } from '../comparison';

/** Nothing is recorded in a closed year but its reopening by an administrator. */
export const lockedYears: Check = {
  id: 'D09',
  scope: '台账',
  formula: '锁定期后不得入账，只能红冲',
  tolerance: 'exact',
  severity: 'error',
  run: ({ account, afterClosing }) => {
    const closed = account.units.filter((unit) => unit.closed).map(({ code }) => code);
    if (afterClosing === null) return notRun('没有提供关账以后的事件');
    if (closed.length === 0 && afterClosing.length === 0) return notRun('各单位本年尚未关账，没有锁定期');
    const open = account.units.filter((unit) => !unit.closed).map(({ code }) => code);
    const others = open.length === 0 ? '' : `；${open.join('、')} 尚未关账`;
    return faultless(
      afterClosing.map((event) => `事件 ${event} 记在关账以后`),
      `单位 ${closed.join('、')} 关账以后没有入账${others}`,
      '关账后只能由管理员重新开账再以红冲更正',
    );
  },
};
