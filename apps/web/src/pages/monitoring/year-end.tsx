import { Descriptions, Typography } from 'antd';
import { Figure } from '../../parts/figure';
import type { Forecast } from './monitoring';

/** The year end in figures, and the sentence that says how it was found. */
export function YearEnd({ forecast: { total, method } }: { forecast: Pick<Forecast, 'total' | 'method'> }) {
  const items = [
    { key: 'expected', label: '预计全年支付', children: <Figure amount={total.expected} /> },
    { key: 'rate', label: '预计执行率', children: total.rate === null ? '—' : `${total.rate}%` },
    { key: 'lapse', label: '预计未用完', children: <Figure amount={total.lapse} /> },
    { key: 'carryover', label: '其中结转下年', children: <Figure amount={total.carryover} /> },
    { key: 'surplus', label: '其中转为结余', children: <Figure amount={total.surplus} /> },
    { key: 'carriedOut', label: '关账时已结转、结余', children: <Figure amount={total.carriedOut} /> },
  ];
  return (
    <>
      <Descriptions size="small" column={{ xs: 1, sm: 2, lg: 3 }} items={items} />
      <Typography.Paragraph type="secondary" style={{ margin: '8px 0 0' }}>
        {method}
      </Typography.Paragraph>
    </>
  );
}
