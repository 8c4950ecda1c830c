import { Card, Col, Row, Typography } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { addressOf, usePlace } from '../../frame/place';
import { grouped } from '../../parts/figure';
import { type Execution } from './overview';

/** The year in four figures, each leading to what it is made of. */
export function Headline({ execution, missing }: { execution: Execution; missing: number | null }) {
  const place = usePlace();
  const { total, timeProgress, target } = execution;
  const lines = addressOf(place, 'lines');
  const isBehind = total.lag !== 'none';
  return (
    <Row gutter={[12, 12]}>
      <Fact title="全年预算" to={lines} value={grouped(total.final.wan)}>
        年初 {grouped(total.original.wan)}，变动 {grouped(total.changes.wan)}
      </Fact>
      <Fact title="已付" to={lines} value={grouped(total.paid.wan)} alarm={isBehind}>
        执行率 {total.rate ?? '—'}%，序时 {timeProgress}%，目标 {target}%
      </Fact>
      <Fact title="可用" to={lines} value={grouped(total.available.wan)}>
        冻结 {grouped(total.frozen.wan)}，转下年和结余 {grouped(total.carriedOut.wan)}
      </Fact>
      <Fact
        title="没有原因的差异"
        to={addressOf(place, 'account', { tab: 'missing' })}
        value={missing === null ? '…' : `${missing} 项`}
      >
        {missing === 0 ? '各科目的差异都有原因' : '差异还没有原因的科目，在“决算”页写明'}
      </Fact>
    </Row>
  );
}

interface FactProps {
  readonly title: string;
  readonly to: string;
  readonly value: string;
  readonly alarm?: boolean;
  readonly children: ReactNode;
}

function Fact({ title, to, value, alarm = false, children }: FactProps) {
  return (
    <Col xs={12} xl={6}>
      <Card size="small" style={{ height: '100%' }}>
        <Typography.Text type="secondary">{title}</Typography.Text>
        <div>
          <Link to={to} className="headline" aria-label={`${title} ${value}`} style={alarm ? { color: '#b42318' } : {}}>
            {value}
          </Link>
        </div>
        <Typography.Text type="secondary">{children}</Typography.Text>
      </Card>
    </Col>
  );
}
