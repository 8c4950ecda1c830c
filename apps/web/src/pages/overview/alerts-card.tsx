import { useQuery } from '@tanstack/react-query';
import { Card, Flex, Tag, Typography } from 'antd';
import type { Schemas } from '../../api/client';
import { usePlace } from '../../frame/place';
import { Failure } from '../../parts/failure';
import { alertsQuery } from './overview';

type Level = Schemas['AlertDto']['level'];

const LEVELS: Readonly<Record<Level, { readonly name: string; readonly color: string }>> = {
  refuse: { name: '红', color: '#b42318' },
  reply: { name: '橙', color: '#b54708' },
  warn: { name: '黄', color: '#8a6100' },
  record: { name: '蓝', color: '#1d4f91' },
  forbidden: { name: '灰', color: '#475467' },
};
const ORDER = Object.keys(LEVELS) as Level[];

/** 预警, the gravest first; nothing is shown of a year in which all is well but that. */
export function AlertsCard() {
  const { data, error } = useQuery(alertsQuery(usePlace()));
  const alerts = [...(data?.alerts ?? [])].sort((a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level));
  return (
    <Card size="small" title={`预警（${alerts.length}）`}>
      <Failure error={error} />
      {data && alerts.length === 0 && <Typography.Text type="secondary">没有需要处理的预警。</Typography.Text>}
      <Flex
        vertical
        gap={6}
        component="ul"
        aria-label="预警"
        tabIndex={0}
        style={{ margin: 0, padding: 0, listStyle: 'none', maxHeight: 260, overflow: 'auto' }}
      >
        {alerts.map(({ key, level, message }) => (
          <li key={key}>
            <Tag variant="solid" color={LEVELS[level].color} style={{ marginInlineEnd: 8 }}>
              {LEVELS[level].name}
            </Tag>
            {message}
          </li>
        ))}
      </Flex>
    </Card>
  );
}
