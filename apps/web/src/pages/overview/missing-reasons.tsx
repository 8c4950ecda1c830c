import { Card, Empty } from 'antd';
import { Link } from 'react-router';
import type { Schemas } from '../../api/client';
import { addressOf, usePlace } from '../../frame/place';
import { grouped } from '../../parts/figure';

/** Items whose variance nobody has explained yet: work to be done before the year ends. */
export function MissingReasons({ items }: { items: readonly Schemas['ItemDto'][] }) {
  const place = usePlace();
  return (
    <Card size="small" title={`现在还没有原因的科目（${items.length}）`} style={{ height: '100%' }}>
      {items.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="各科目的差异都有原因。" />}
      <ul className="plain-list scrolls" tabIndex={0} aria-label="现在还没有原因的科目">
        {items.map(({ code, name, original, actual, rate }) => (
          <li key={code}>
            <Link to={addressOf(place, 'lines', { item: code })}>
              {code} {name}
            </Link>
            <span className="figure">
              年初 {grouped(original)}，决算 {grouped(actual)}
              {rate !== null && `，${rate}%`}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
