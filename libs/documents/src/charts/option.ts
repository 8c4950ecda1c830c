import type { Chart } from '@juesuan/disclosure';

const FEN_PER_WAN = 1_000_000;
const COLOURS = ['#1f4e8c', '#c0504d', '#7f9f3f', '#e08e2b', '#6b5b95', '#3f9fa8', '#8c6d46', '#999999'];
const WORDS = { fontFamily: 'Noto Sans CJK SC', color: '#222222', fontSize: 15 };

/** A chart as ECharts takes it. Heights and angles are drawn from exact amounts, the words beside them are printed figures. */
export const optionOf = (chart: Chart): Record<string, unknown> => ({
  animation: false,
  backgroundColor: '#ffffff',
  color: COLOURS,
  textStyle: WORDS,
  legend: { bottom: 0, textStyle: WORDS },
  ...(chart.form === 'pie' ? pie(chart) : bars(chart)),
});

const pie = ({ categories, series: [first] }: Chart) => ({
  series: [
    {
      type: 'pie',
      radius: '60%',
      center: ['50%', '45%'],
      data: categories.flatMap((name, index) => {
        const value = first?.values[index];
        if (!value || value.fen === 0) return [];
        return [{ name, value: value.fen, label: { ...WORDS, formatter: `${name}\n${value.figure.text}` } }];
      }),
    },
  ],
});

const bars = ({ categories, series }: Chart) => ({
  grid: { left: 90, right: 30, top: 40, bottom: 70 },
  xAxis: { type: 'category', data: categories, axisLabel: { ...WORDS, interval: 0 } },
  yAxis: { type: 'value', name: '万元', axisLabel: WORDS, nameTextStyle: WORDS },
  series: series.map(({ name, values }) => ({
    name,
    type: 'bar',
    barMaxWidth: 60,
    data: values.map(({ fen, figure }) => ({
      value: fen / FEN_PER_WAN,
      label: { ...WORDS, show: true, position: 'top', formatter: figure.text },
    })),
  })),
});
