import { useQuery } from '@tanstack/react-query';
import { Alert, Card, Empty, Flex, Skeleton, Table, Typography } from 'antd';
import { useWords } from '../../api/queries';
import { usePlace } from '../../frame/place';
import { useSettled } from '../../parts/settled';
import { type DraftBody, type Effect as EffectOf, effectQuery } from './adjustments';

/** What a document would do if it were applied now, as the service computes it; or why it may not. */
export function Effect({ unit, body }: { unit: string; body: DraftBody | null }) {
  const tried = useSettled(body);
  const { data, error, isPending } = useQuery(effectQuery(usePlace(), unit, tried));
  if (body === null) return <Empty description="填好一条明细，这里显示执行前后的变化。" />;
  return (
    <Flex vertical gap={12} role="region" aria-label="执行后的变化">
      {isPending && <Skeleton active />}
      {error && <Alert type="warning" showIcon role="alert" title={error.message} />}
      {data && !error && <Lines of={data} />}
      {data && !error && data.items.map((item) => <Sentences key={item.code} of={item} />)}
    </Flex>
  );
}

type LineEffect = EffectOf['lines'][number];

function Lines({ of: { lines } }: { of: EffectOf }) {
  const word = useWords();
  const figure = (text: string) => <span className="figure">{text}</span>;
  return (
    <Table<LineEffect>
      size="small"
      bordered
      pagination={false}
      title={() => '执行后各指标（元）'}
      rowKey={({ line }) => JSON.stringify(line)}
      dataSource={lines}
      columns={[
        {
          title: '指标',
          key: 'line',
          render: (_, { line, itemName }) => (
            <>
              {line.item} {itemName}
              <br />
              <Typography.Text type="secondary">{line.project || word('expenditureKinds', line.kind)}</Typography.Text>
            </>
          ),
        },
        { title: '变动', key: 'change', align: 'right', render: (_, { change }) => figure(change.yuan) },
        { title: '全年预算', key: 'final', align: 'right', render: (_, each) => <Change of={each} part="final" /> },
        { title: '可用', key: 'available', align: 'right', render: (_, each) => <Change of={each} part="available" /> },
      ]}
    />
  );
}

function Change({ of: { before, after }, part }: { of: LineEffect; part: 'final' | 'available' }) {
  return (
    <span className="figure">
      <Typography.Text type="secondary">{before[part].yuan} →</Typography.Text>
      <br />
      <strong>{after[part].yuan}</strong>
    </span>
  );
}

function Sentences({ of: { code, name, before, after } }: { of: EffectOf['items'][number] }) {
  if (after === null) return null;
  return (
    <Card size="small" title={`${code} ${name}的说明`}>
      {before !== after && before !== null && (
        <Typography.Paragraph type="secondary">现在：{before}</Typography.Paragraph>
      )}
      <Typography.Paragraph style={{ marginBottom: 0 }}>
        {before === after ? '不变：' : '将写成：'}
        {after}
      </Typography.Paragraph>
    </Card>
  );
}
