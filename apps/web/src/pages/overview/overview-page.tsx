import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Card, Col, Flex, Row, Skeleton, Typography } from 'antd';
import { addressOf, usePlace } from '../../frame/place';
import { Failure } from '../../parts/failure';
import { PageHead } from '../../parts/page-head';
import { accountQuery } from '../account/account';
import { AlertsCard } from './alerts-card';
import { DaySlider } from './day-slider';
import { ExecutionCard } from './execution-card';
import { ForecastCard } from './forecast-card';
import { Headline } from './headline';
import { MissingReasons } from './missing-reasons';
import { MonthsCard } from './months-card';
import { executionQuery } from './overview';

/** 总览: where the year stands at the end of a day, and every mark opens what is behind it. */
export default function OverviewPage() {
  const place = usePlace();
  const { data: execution, error } = useQuery(executionQuery(place, 'unit'));
  const { data: account } = useQuery({
    ...accountQuery({ ...place, document: undefined }),
    // It takes the service longest: what is looked at first goes first.
    enabled: execution !== undefined,
    placeholderData: keepPreviousData,
  });
  const missing = account?.items.filter(({ needsReason }) => needsReason) ?? null;
  return (
    <>
      <PageHead
        title="总览"
        beside={
          <Typography.Text type="secondary">金额单位：万元{execution && `，截至 ${execution.asOf}`}</Typography.Text>
        }
      />
      <Failure error={error} />
      {!execution && !error && <Skeleton active />}
      {execution && (
        <Flex vertical gap={12}>
          <Card size="small" className="no-print">
            <DaySlider shown={execution.asOf} />
          </Card>
          <Headline execution={execution} missing={missing?.length ?? null} />
          <AlertsCard />
          <Cards />
          <Row gutter={[12, 12]} className="cards">
            <Col xs={24} xl={12}>
              <ForecastCard />
            </Col>
            <Col xs={24} xl={12}>
              {missing && <MissingReasons items={missing} />}
            </Col>
          </Row>
        </Flex>
      )}
    </>
  );
}

function Cards() {
  const place = usePlace();
  const ofItem = ({ key }: { key: string }): string => addressOf(place, 'lines', { item: key });
  return (
    <Row gutter={[12, 12]} className="cards">
      <Col xs={24} xl={12}>
        <MonthsCard />
      </Col>
      <Col xs={24} xl={12}>
        <ExecutionCard title="各单位执行" by="unit" to={({ key }) => addressOf({ ...place, unit: key }, 'lines')} />
      </Col>
      <Col xs={24} xl={12}>
        <ExecutionCard title="各类支出执行" by="class" to={ofItem} />
      </Col>
      <Col xs={24} xl={12}>
        <ExecutionCard title="落后于序时进度的科目" by="item" behindOnly to={ofItem} />
      </Col>
    </Row>
  );
}
