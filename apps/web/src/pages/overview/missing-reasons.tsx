import { Card, Empty, Flex } from 'antd';
import { Link } from 'react-router';
import type { Schemas } from '../../api/client';
import { usePlace } from '../../frame/place';
import { grouped } from '../../parts/figure';
import { addressOf } from './overview';

/** Items whose variance nobody has explained yet: work to be done before the year ends. */
export function MissingReasons({ items }: { items: readonly Schemas['ItemDto'][] }) {
  const place = usePlace();
  return (
    <Card size="small" title={`年末前需要原因的科目（${items.length}）`}>
      {items.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="各科目的差异都有原因。" />}
      <Flex
        vertical
        gap={6}
        component="ul"
        style={{ margin: 0, padding: 0, listStyle: 'none', maxHeight: 420, overflow: 'auto' }}
      >
        {items.map(({ code, name, original, actual, rate }) => (
          <Flex key={code} component="li" justify="space-between" gap={12}>
            <Link to={addressOf(place, 'lines', { item: code })}>
              {code} {name}
            </Link>
            <span className="figure">
              年初 {grouped(original)}，决算 {grouped(actual)}
              {rate !== null && `，${rate}%`}
            </span>
          </Flex>
        ))}
      </Flex>
    </Card>
  );
}
