import { Link } from 'react-router';
import { addressOf, type Place, usePlace } from '../../frame/place';
import { grouped } from '../../parts/figure';
import { type ExecutionMonth } from './overview';

const STEP = 25;

/** Bars of what was paid so far and the target curve, in percent of the year's budget; a bar opens that month's payments. */
export function MonthsChart({ months, height }: { months: readonly ExecutionMonth[]; height: number }) {
  const place = usePlace();
  const most = Math.max(100, ...months.map(({ rate }) => Number(rate ?? 0)));
  const top = Math.ceil(most / STEP) * STEP;
  const ticks = Array.from({ length: top / STEP + 1 }, (_, index) => index * STEP);
  return (
    <div className="months">
      <div className="months-legend" aria-hidden>
        <span className="months-key-paid" /> 累计执行率 <span className="months-key-target" /> 目标进度
      </div>
      <div className="months-plot" style={{ height }}>
        {ticks.map((tick) => (
          <span key={tick} className="months-tick figure" style={{ bottom: `${(tick / top) * 100}%` }} aria-hidden>
            {tick}%
          </span>
        ))}
        <ul aria-label="逐月执行率与目标">
          {months.map((month) => (
            <li key={month.month}>
              <Bar month={month} top={top} to={paymentsOf(place, month.month)} />
            </li>
          ))}
        </ul>
        <Target months={months} top={top} />
      </div>
    </div>
  );
}

function Bar({ month, top, to }: { month: ExecutionMonth; top: number; to: string }) {
  const length = (Math.max(0, Number(month.rate ?? 0)) / top) * 100;
  return (
    <Link to={to} aria-label={hint(month)} title={hint(month)}>
      <span className="months-bar" style={{ height: `${length}%` }} />
      <span className="months-name" aria-hidden>
        {month.month}月
      </span>
    </Link>
  );
}

/** The target curve, over the bars; its width does not stretch with the window. */
function Target({ months, top }: { months: readonly ExecutionMonth[]; top: number }) {
  const points = months.map(({ month, target }) => `${month - 0.5},${top - Number(target)}`).join(' ');
  return (
    <svg className="months-target" viewBox={`0 0 ${months.length} ${top}`} preserveAspectRatio="none" aria-hidden>
      <polyline points={points} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}

/** The payments of a month, as far as the day shown. */
function paymentsOf(place: Place, month: number): string {
  const named = `${place.year}-${String(month).padStart(2, '0')}`;
  const to = new Date(Date.UTC(place.year, month, 0)).toISOString().slice(0, 10);
  return addressOf(place, 'payments', { from: `${named}-01`, to });
}

const hint = ({ month, rate, target, paid, cumulative, final }: ExecutionMonth): string =>
  `${month}月 执行率 ${rate ?? '—'}%，目标 ${target}%；当月支付 ${grouped(paid.wan)} 万元，累计 ${grouped(cumulative.wan)} 万元，全年预算 ${grouped(final.wan)} 万元`;
