import { Button, Flex, Grid, Slider, Typography } from 'antd';
import dayjs from 'dayjs';
import { useEffect, useState } from 'react';
import { usePlace, useSearch } from '../../frame/place';

/** Moves the whole page through the year: every figure as it was at the end of the chosen day. */
export function DaySlider({ shown }: { shown: string }) {
  const { year, asOf } = usePlace();
  const change = useSearch();
  const first = dayjs(`${year}-01-01`);
  const dayOf = (date: string): number => dayjs(date).diff(first, 'day');
  const dateOf = (day: number): string => first.add(day, 'day').format('YYYY-MM-DD');
  const [moved, setMoved] = useState(dayOf(shown));
  useEffect(() => setMoved(dayjs(shown).diff(dayjs(`${year}-01-01`), 'day')), [shown, year]);
  const last = dayOf(`${year}-12-31`);
  const { lg = true } = Grid.useBreakpoint();
  // Enlarged, twelve names would run into one another.
  const named = months(year).filter(({ month }) => lg || month % 3 === 0);
  return (
    <Flex align="center" gap={20} wrap className="no-print" style={{ padding: '0 4px' }}>
      <Typography.Text style={{ whiteSpace: 'nowrap' }} className="figure">
        截至 {dateOf(moved)}
      </Typography.Text>
      <Slider
        style={{ flex: '1 1 200px', marginBottom: 20 }}
        min={0}
        max={last}
        marks={Object.fromEntries(named.map(({ month, day }) => [day, `${month}月`]))}
        value={moved}
        tooltip={{ formatter: (day) => dateOf(day ?? 0) }}
        ariaLabelForHandle="截至日期"
        ariaValueTextFormatterForHandle={dateOf}
        onChange={setMoved}
        onChangeComplete={(day) => change({ asOf: dateOf(day) })}
      />
      <Button size="small" disabled={asOf === undefined} onClick={() => change({ asOf: undefined })}>
        全部记录
      </Button>
    </Flex>
  );
}

/** Where each month ends on the slider. */
const months = (year: number) =>
  Array.from({ length: 12 }, (_, index) => ({
    month: index + 1,
    day: dayjs(`${year}-${String(index + 1).padStart(2, '0')}-01`)
      .endOf('month')
      .diff(dayjs(`${year}-01-01`), 'day'),
  }));
