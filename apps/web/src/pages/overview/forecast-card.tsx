import { useQuery } from '@tanstack/react-query';
import { Card, Skeleton, Typography } from 'antd';
import { Link } from 'react-router';
import { addressOf, usePlace } from '../../frame/place';
import { Failure } from '../../parts/failure';
import { ItemsNeedingReason } from '../monitoring/items-needing-reason';
import { forecastQuery } from '../monitoring/monitoring';
import { YearEnd } from '../monitoring/year-end';

/** 年末预计: what will be paid and what left, and which items will need a reason; all of it by line is one step away. */
export function ForecastCard() {
  const place = usePlace();
  const { data, error } = useQuery(forecastQuery(place));
  const all = <Link to={addressOf(place, 'monitoring')}>各指标</Link>;
  return (
    <Card size="small" title="年末预计" extra={all} style={{ height: '100%' }}>
      <Failure error={error} />
      {!data && !error && <Skeleton active />}
      {data && (
        <>
          <YearEnd forecast={data} />
          <Typography.Title level={2} style={{ fontSize: 14, margin: '12px 0 4px' }}>
            预计年末须说明原因的科目（{data.needReason.length}）
          </Typography.Title>
          <ItemsNeedingReason items={data.needReason} />
        </>
      )}
    </Card>
  );
}
