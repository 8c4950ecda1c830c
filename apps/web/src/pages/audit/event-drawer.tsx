import { useQuery } from '@tanstack/react-query';
import { Descriptions, Drawer, Spin, Typography } from 'antd';
import type { Schemas } from '../../api/client';
import { useWords } from '../../api/queries';
import { Failure } from '../../parts/failure';
import { recorded } from '../../parts/instant';
import { eventQuery } from './journal';

type Sealed = Schemas['SealedEventDto'];
type Line = Schemas['LineDto'];

/** One record as it was recorded, and its place in the chain. */
export function EventDrawer({ reference, onClose }: { reference: string | null; onClose: () => void }) {
  return (
    <Drawer open={reference !== null} onClose={onClose} size={720} title={`记录 ${reference ?? ''}`} destroyOnHidden>
      {reference !== null && <Shown reference={reference} />}
    </Drawer>
  );
}

function Shown({ reference }: { reference: string }) {
  const { data: event, error, isPending } = useQuery(eventQuery(reference));
  if (error) return <Failure error={error} />;
  if (isPending || !event) return <Spin />;
  return (
    <>
      <Typography.Paragraph strong>{event.words}</Typography.Paragraph>
      <Said event={event} />
      <Typography.Title level={2} style={{ fontSize: 15, marginTop: 20 }}>
        原样内容（金额以分计）
      </Typography.Title>
      <pre className="as-stored" tabIndex={0} aria-label="原样内容">
        {JSON.stringify(event.data, null, 2)}
      </pre>
    </>
  );
}

function Said({ event }: { event: Sealed }) {
  const word = useWords();
  const named = ({ item, fundSource, kind, project }: Line): string =>
    [item, word('fundSources', fundSource), word('expenditureKinds', kind), project].join(' ');
  const said: readonly [string, string | null][] = [
    ['事项', event.title],
    ['业务日期', event.date],
    ['金额', event.amount && `${event.amount.yuan} 元`],
    ['更正前的指标', event.fromLine && named(event.fromLine)],
    ['指标', event.line && named(event.line)],
    ['经济科目', event.economicItem],
    ['文号/凭证号', event.document],
    ['原凭证号', event.originalVoucher],
    ['事由', event.purpose],
    ['经办人', event.actor],
    ['来源', event.source],
    ['记录时间', recorded(event.recordedAt)],
    ['本项哈希', event.hash],
    ['前一项哈希', event.previousHash],
  ];
  const items = said.flatMap(([label, children]) => (children ? [{ key: label, label, children }] : []));
  return <Descriptions size="small" bordered column={1} items={items} styles={{ label: { width: 120 } }} />;
}
