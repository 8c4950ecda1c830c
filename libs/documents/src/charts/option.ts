import type { Chart } from '@juesuan/disclosure';

const FEN_PER_WAN = 1_000_000;
const COLOURS = ['#1f4e8c', '#c0504d', '#7f9f3f', '#e08e2b', '#6b5b95', '#3f9fa8', '#8c6d46', '#999999'];
const WORDS = { fontFamily: 'Noto Sans CJK SC', color: '#222222', fontSize: 20 };

/** A chart as ECharts takes it. Heights and angles are drawn from exact amounts, the words beside them are printed figures. */
export const optionOf = (chart: Chart): Record<string, unknown> => ({
  animation: false,
  backgroundColor: '#ffffff',
  color: COLOURS,
  textStyle: WORDS,
  ...(chart.form === 'pie' ? pie(chart) : bars(chart)),
});

/** Words of a slice stand in two lines at the picture's edge, where those of many small slices cover neither another's nor the pie. */
const pie = ({ points }: Chart) => ({
  series: [
    {
      type: 'pie',
      radius: '58%',
      center: ['50%', '50%'],
      label: { ...WORDS, lineHeight: 26, alignTo: 'edge', edgeDistance: 12 },
      labelLine: { length: 14, length2: 0 },
      data: points.map(({ name, fen, figure, share }) => ({
        name,
        value: fen,
        label: { formatter: `${name}\n${figure.text}${share ? `，${share.text}%` : ''}` },
      })),
    },
  ],
});

const bars = ({ points }: Chart) => ({
  grid: { left: 120, right: 40, top: 60, bottom: 50 },
  xAxis: { type: 'category', data: points.map(({ name }) => name), axisLabel: { ...WORDS, interval: 0 } },
  yAxis: { type: 'value', name: '万元', axisLabel: WORDS, nameTextStyle: WORDS },
  series: [
    {
      type: 'bar',
      barMaxWidth: 80,
      data: points.map(({ fen, figure }) => ({
        value: fen / FEN_PER_WAN,
        label: { ...WORDS, show: true, position: 'top', formatter: figure.text },
      })),
    },
  ],
});
