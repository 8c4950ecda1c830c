import { Timeline, Typography } from 'antd';
import { Link } from 'react-router';
import type { Schemas } from '../../../api/client';
import { usePlace } from '../../../frame/place';
import { grouped } from '../../../parts/figure';
import { recorded } from '../../../parts/instant';
import type { Saying } from './facts';

/** What was said, the newest first: each with who and when, and the event that holds it. */
export function Sayings({ said: { now, before } }: { said: Schemas['SaidDto'] }) {
  const { year } = usePlace();
  const items = [now, ...before].map((saying, index) => ({
    key: saying.reference,
    color: index === 0 ? 'blue' : 'gray',
    content: (
      <>
        <div>{saidAs(saying)}</div>
        <Typography.Text type="secondary">
          {saying.actor} · {recorded(saying.recordedAt)} ·{' '}
          <Link
            className="in-text"
            to={`/${saying.reference.split('.')[0]}/${year}/audit?event=${encodeURIComponent(saying.reference)}`}
          >
            {saying.reference}
          </Link>
          {saying.source !== null && ` · ${saying.source}`}
        </Typography.Text>
      </>
    ),
  }));
  return (
    <section aria-label="记录过的" style={{ marginTop: 24 }}>
      <Typography.Title level={2} style={{ fontSize: 14 }}>
        记录过的
      </Typography.Title>
      <Timeline items={items} />
    </section>
  );
}

/** A saying in one line: `4 次 · 含视频会`. */
export function saidAs({ text, amount, unit, note }: Saying): string {
  const value = amount === null ? `${text ?? ''} ${unit}` : `${grouped(amount.yuan)} 元`;
  return [value.trim(), note].filter(Boolean).join(' · ');
}
