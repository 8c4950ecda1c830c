import { useQuery } from '@tanstack/react-query';
import { Flex, Skeleton, Typography } from 'antd';
import { Link } from 'react-router';
import { usePlace } from '../../../frame/place';
import { Failure } from '../../../parts/failure';
import { recorded } from '../../../parts/instant';
import { useHasRole } from '../../../session/session';
import { AlertForm } from './alert-form';
import { type Watching, watchingQuery } from './watching';

/** 预警: the department's rules, limits and target curve. Its administrator sets them on the department; all others read. */
export function Alerts() {
  const place = usePlace();
  const isAdministrator = useHasRole('administrator');
  const { data: watching, error } = useQuery(watchingQuery(place));
  if (error) return <Failure error={error} />;
  if (!watching) return <Skeleton active />;
  const isOwn = watching.department === place.unit;
  return (
    <>
      <Flex gap={16} wrap style={{ marginBottom: 12 }}>
        <SetBy watching={watching} year={place.year} />
        {!isOwn && <span>由部门 {watching.department} 统一规定。</span>}
        {!isOwn && isAdministrator && (
          <Link to={`/${watching.department}/${place.year}/settings?tab=alerts`}>到部门修改</Link>
        )}
      </Flex>
      <AlertForm
        key={`${watching.department}/${place.unit}/${place.year}/${watching.reference}`}
        watching={watching}
        mayChange={isAdministrator && isOwn}
      />
    </>
  );
}

function SetBy({ watching: { actor, recordedAt, reference, department }, year }: { watching: Watching; year: number }) {
  if (actor === null || recordedAt === null || reference === null)
    return <Typography.Text type="secondary">没有规定过，用的是通行值。</Typography.Text>;
  return (
    <>
      <Typography.Text type="secondary">
        {actor} 于 {recorded(recordedAt)} 规定
      </Typography.Text>
      <Link to={`/${department}/${year}/audit?event=${encodeURIComponent(reference)}`}>记录于 {reference}</Link>
    </>
  );
}
