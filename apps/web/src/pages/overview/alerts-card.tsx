import { useQuery } from '@tanstack/react-query';
import { Button, Card, Flex, Typography } from 'antd';
import { useSearchParams } from 'react-router';
import { usePlace, useSearch } from '../../frame/place';
import { Failure } from '../../parts/failure';
import { AlertDrawer } from './alert-drawer';
import { type Alert, LEVEL_ORDER, LevelTag } from './alert-level';
import { alertsQuery } from './overview';

const STATUS = { raised: '待处理', answered: '已答复', settled: '已了结' } as const;

/** 预警, what is to be done before what is settled, the gravest first; each opens what was said of it. Rules that could not run say why. */
export function AlertsCard() {
  const { data, error } = useQuery(alertsQuery(usePlace()));
  const change = useSearch();
  const [search] = useSearchParams();
  const alerts = [...(data?.alerts ?? [])].sort(byWork);
  const gone = data?.gone ?? [];
  const notRun = data?.notRun ?? [];
  const opened = [...alerts, ...gone].find(({ key }) => key === search.get('alert')) ?? null;
  const open = (key: string): void => change({ alert: key });
  return (
    <Card size="small" title={`预警（${alerts.length}）`}>
      <Failure error={error} />
      {data && alerts.length === 0 && <Typography.Text type="secondary">没有需要处理的预警。</Typography.Text>}
      <AlertList alerts={alerts} name="预警" open={open} />
      {gone.length > 0 && (
        <details style={{ marginTop: 12 }}>
          <summary>曾经答复或了结、现已解除的（{gone.length}）</summary>
          <AlertList alerts={gone} name="已解除的预警" open={open} />
        </details>
      )}
      {notRun.length > 0 && (
        <details style={{ marginTop: 12 }}>
          <summary>没有执行的规则（{notRun.length}）</summary>
          <ul className="plain-list">
            {notRun.map(({ rule, title, reason }) => (
              <li key={rule}>
                <span>
                  {title}：{reason}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <AlertDrawer alert={opened} onClose={() => change({ alert: undefined })} />
    </Card>
  );
}

const byWork = (a: Alert, b: Alert): number =>
  Number(a.status === 'settled') - Number(b.status === 'settled') ||
  LEVEL_ORDER.indexOf(a.level) - LEVEL_ORDER.indexOf(b.level);

interface ListProps {
  readonly alerts: readonly Alert[];
  readonly name: string;
  readonly open: (key: string) => void;
}

const AlertList = ({ alerts, name, open }: ListProps) => (
  <Flex vertical gap={6} component="ul" aria-label={name} tabIndex={0} className="alerts">
    {alerts.map((alert) => (
      <li key={alert.key}>
        <LevelTag level={alert.level} />
        <Button type="link" size="small" className="alert" onClick={() => open(alert.key)}>
          {alert.message}
        </Button>
        <Typography.Text type="secondary" style={{ flex: 'none' }}>
          {alert.again ? '加重，再次发出' : STATUS[alert.status]}
        </Typography.Text>
      </li>
    ))}
  </Flex>
);
