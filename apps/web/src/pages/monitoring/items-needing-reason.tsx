import { Typography } from 'antd';
import { Link } from 'react-router';
import { addressOf, usePlace } from '../../frame/place';
import { Figure } from '../../parts/figure';
import type { ItemNeedingReason } from './monitoring';

/** Items whose variance will need a reason at the year end: where they would stand, and how they would be told without one. */
export function ItemsNeedingReason({ items }: { items: readonly ItemNeedingReason[] }) {
  const place = usePlace();
  if (items.length === 0)
    return <Typography.Text type="secondary">没有：差异都在允许范围内，或已有原因。</Typography.Text>;
  return (
    <ul className="plain-list scrolls" tabIndex={0} aria-label="年末须说明差异原因的科目">
      {items.map(({ code, name, original, expected, rate, text }) => (
        <li key={code} title={text}>
          <Link to={addressOf(place, 'lines', { item: code })}>
            {code} {name}
          </Link>
          <span className="figure">
            年初 <Figure amount={original} />
            ，预计 <Figure amount={expected} />
            {rate !== null && `，${rate}%`}
          </span>
        </li>
      ))}
    </ul>
  );
}
