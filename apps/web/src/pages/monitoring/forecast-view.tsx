import { useQuery } from '@tanstack/react-query';
import { Card, Flex, Segmented, Skeleton, Table, type TableColumnsType, Typography } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { addressOf, type Place, usePlace } from '../../frame/place';
import { Failure } from '../../parts/failure';
import { Figure, Rate } from '../../parts/figure';
import { lineAddress } from '../lines/lines';
import { ItemsNeedingReason } from './items-needing-reason';
import { type Forecast, forecastQuery, type LineForecast } from './monitoring';
import { YearEnd } from './year-end';

/** 年末预测: what the year end would look like, line by line, why, and which items will need a reason. */
export function ForecastView() {
  const { data, error } = useQuery(forecastQuery(usePlace()));
  if (!data) return error ? <Failure error={error} /> : <Skeleton active />;
  return (
    <Flex vertical gap={12}>
      <Card size="small" title={`预计的年末（截至 ${data.asOf} 看）`}>
        <YearEnd forecast={data} />
      </Card>
      <Card size="small" title={`年末须说明差异原因的科目（${data.needReason.length}）`}>
        <ItemsNeedingReason items={data.needReason} />
      </Card>
      <LineForecasts lines={data.lines} />
    </Flex>
  );
}

/** Every line's year end; those that will not be used up stand alone unless all are asked for. */
function LineForecasts({ lines }: Pick<Forecast, 'lines'>) {
  const place = usePlace();
  const [shown, setShown] = useState<'unused' | 'all'>('unused');
  const unused = lines.filter(({ why }) => why !== null);
  const rows = shown === 'all' ? lines : unused;
  const choice = (
    <Segmented
      size="small"
      aria-label="显示哪些指标"
      value={shown}
      onChange={setShown}
      options={[
        { value: 'unused', label: `预计未用完 ${unused.length}` },
        { value: 'all', label: `全部 ${lines.length}` },
      ]}
    />
  );
  return (
    <Card size="small" title="各指标" extra={choice}>
      <Table<LineForecast>
        size="small"
        rowKey={lineAddress}
        columns={columns(place)}
        dataSource={[...rows]}
        scroll={{ x: 1000 }}
        pagination={rows.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
        locale={{ emptyText: '各指标预计都能用完。' }}
      />
    </Card>
  );
}

type FigureName = 'final' | 'paid' | 'expected' | 'lapse';

const figure = (key: FigureName, title: string): TableColumnsType<LineForecast>[number] => ({
  key,
  title,
  width: 114,
  align: 'right',
  sorter: (a, b) => a[key].fen - b[key].fen,
  render: (_, line) => <Figure amount={line[key]} />,
});

const columns = (place: Place): TableColumnsType<LineForecast> => [
  {
    key: 'name',
    title: '科目和项目',
    width: 240,
    render: (_, forecast) => (
      <>
        <Link to={addressOf(place, 'lines', { line: lineAddress(forecast) })}>
          {forecast.line.item} {forecast.itemName}
        </Link>
        <div>
          <Typography.Text type="secondary">
            {[forecast.unit, forecast.line.project].filter(Boolean).join(' · ')}
          </Typography.Text>
        </div>
      </>
    ),
  },
  figure('final', '全年预算'),
  figure('paid', '已付'),
  figure('expected', '预计支付'),
  { key: 'rate', title: '预计执行率', width: 100, align: 'right', render: (_, { rate }) => <Rate rate={rate} /> },
  figure('lapse', '预计未用完'),
  { key: 'why', title: '原因和处理', render: (_, { why }) => why },
];
