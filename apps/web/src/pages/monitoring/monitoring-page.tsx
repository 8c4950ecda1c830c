import { Tabs, Typography } from 'antd';
import { useSearchParams } from 'react-router';
import { useSearch } from '../../frame/place';
import { PageHead } from '../../parts/page-head';
import { ComparisonView } from './comparison-view';
import { CredibilityView } from './credibility-view';
import { ForecastView } from './forecast-view';

const VIEWS = [
  { key: 'forecast', label: '年末预测', children: <ForecastView /> },
  { key: 'comparison', label: '预算与实际', children: <ComparisonView /> },
  { key: 'credibility', label: '预算可信度', children: <CredibilityView /> },
];

/** 监测: where the year will end, and how its budget came out. */
export default function MonitoringPage() {
  const [search] = useSearchParams();
  const change = useSearch();
  const named = search.get('view');
  const { key: view } = VIEWS.find(({ key }) => key === named) ?? { key: 'forecast' };
  return (
    <>
      <PageHead title="监测" beside={<Typography.Text type="secondary">金额单位：万元</Typography.Text>} />
      <Tabs
        activeKey={view}
        items={VIEWS}
        destroyOnHidden
        onChange={(chosen) => change({ view: chosen === 'forecast' ? undefined : chosen })}
      />
    </>
  );
}
