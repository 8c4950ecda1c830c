import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { usePlace } from '../../frame/place';
import { grouped } from '../../parts/figure';
import { addressOf, type ExecutionMonth } from './overview';

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, AriaComponent, CanvasRenderer]);

/** Bars of what was paid so far and the target curve, in percent of the year's budget; a bar opens that month's payments. */
export default function MonthsChart({ months, height }: { months: readonly ExecutionMonth[]; height: number }) {
  const canvas = useRef<HTMLDivElement>(null);
  const place = usePlace();
  const navigate = useNavigate();
  useEffect(() => {
    if (!canvas.current) return;
    const chart = init(canvas.current);
    chart.setOption(optionOf(months));
    chart.on('click', ({ dataIndex }) => {
      const month = `${place.year}-${String(dataIndex + 1).padStart(2, '0')}`;
      const to = new Date(Date.UTC(place.year, dataIndex + 1, 0)).toISOString().slice(0, 10);
      void navigate(addressOf(place, 'payments', { from: `${month}-01`, to }));
    });
    const watching = new ResizeObserver(() => chart.resize());
    watching.observe(canvas.current);
    return () => {
      watching.disconnect();
      chart.dispose();
    };
  }, [months, place, navigate]);
  return <div ref={canvas} role="img" aria-label={described(months)} style={{ height }} />;
}

const NAMES = Array.from({ length: 12 }, (_, index) => `${index + 1}月`);

const described = (months: readonly ExecutionMonth[]): string =>
  `逐月执行率与目标：${months.map(({ month, rate, target }) => `${month}月 ${rate ?? '—'}%，目标 ${target}%`).join('；')}。`;

const optionOf = (months: readonly ExecutionMonth[]) => ({
  aria: { enabled: false },
  animationDuration: 300,
  textStyle: { fontFamily: 'inherit' },
  grid: { left: 8, right: 8, top: 36, bottom: 4, containLabel: true },
  legend: { top: 0, data: ['累计执行率', '目标进度'] },
  tooltip: { trigger: 'axis', formatter: ([{ dataIndex }]: [{ dataIndex: number }]) => hint(months[dataIndex]) },
  xAxis: { type: 'category', data: NAMES, axisTick: { show: false } },
  yAxis: { type: 'value', min: 0, axisLabel: { formatter: '{value}%' } },
  series: [
    {
      name: '累计执行率',
      type: 'bar',
      barMaxWidth: 28,
      data: months.map(({ rate }) => Number(rate ?? 0)),
      itemStyle: { color: '#7f9fcb' },
    },
    {
      name: '目标进度',
      type: 'line',
      symbolSize: 6,
      data: months.map(({ target }) => Number(target)),
      itemStyle: { color: '#1d4f91' },
      lineStyle: { type: 'dashed' },
    },
  ],
});

const hint = (month: ExecutionMonth | undefined): string =>
  month === undefined
    ? ''
    : `${month.month}月：当月支付 ${grouped(month.paid.wan)} 万元<br>累计 ${grouped(month.cumulative.wan)} / 全年预算 ${grouped(month.final.wan)} 万元<br>执行率 ${month.rate ?? '—'}%，目标 ${month.target}%`;
