import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { Link } from 'react-router';
import { api, type Schemas } from '../../../api/client';
import { useWords, yearKey } from '../../../api/queries';
import { addressOf, type Place, usePlace } from '../../../frame/place';
import { useCodes } from '../../../parts/codes';

const closingQuery = ({ unit, year }: Place) => ({
  queryKey: [...yearKey({ unit, year }), 'last-closing'],
  queryFn: async () =>
    (await api.GET('/api/units/{unit}/years/{year}/closing', { params: { path: { unit, year } } })).data,
});

/** A closed year: where closing put what was left, and which freezes it released. */
export function Closed({ unitName }: { unitName: string }) {
  const place = usePlace();
  const { data: closing } = useQuery(closingQuery(place));
  return (
    <Alert
      type="info"
      showIcon
      style={{ marginBottom: 16 }}
      title={`${unitName} ${place.year} 年度已关账，不能再记录新的事项。`}
      description={
        closing && (
          <>
            <div>{wentTo(closing)}</div>
            {closing.released.length > 0 && (
              <>
                <div>关账时解冻 {closing.released.length} 笔，重新开账后不会自动恢复：</div>
                <Released of={closing} />
              </>
            )}
          </>
        )
      }
    />
  );
}

const wentTo = ({ carryover, surplus, recall }: Schemas['LastClosingDto']): string =>
  `未用的额度：结转下年 ${carryover.yuan} 元，结余 ${surplus.yuan} 元，财政收回 ${recall.yuan} 元。`;

/** A year that was opened again: the freezes that are still wanted have to be recorded anew. */
export function StillReleased() {
  const place = usePlace();
  const { data: closing } = useQuery(closingQuery(place));
  if (!closing || closing.released.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={`上次关账时解冻了 ${closing.released.length} 笔，重新开账没有恢复；仍需要的请重新冻结。`}
      description={
        <>
          <Released of={closing} />
          <Link className="in-text" to={addressOf(place, 'payments', { list: 'freezes' })}>
            去“冻结”
          </Link>
        </>
      }
    />
  );
}

function Released({ of: { released } }: { of: Schemas['LastClosingDto'] }) {
  const word = useWords();
  const functional = useCodes('functional');
  return (
    <ul style={{ margin: 0, maxHeight: 240, overflow: 'auto' }}>
      {released.map(({ unit, freezeId, line, amount }) => (
        <li key={`${unit}|${freezeId}`}>
          {freezeId}：{amount.yuan} 元，{unit} {line.item} {functional.get(line.item) ?? ''}{' '}
          {line.project || word('expenditureKinds', line.kind)}
        </li>
      ))}
    </ul>
  );
}
