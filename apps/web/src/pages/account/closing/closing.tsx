import { useQuery } from '@tanstack/react-query';
import { Flex, Skeleton } from 'antd';
import { usePlace } from '../../../frame/place';
import { Failure } from '../../../parts/failure';
import { yearStateQuery } from '../account';
import { CloseForm } from './close-form';
import { Closed, StillReleased } from './last-closing';
import { ReopenForm } from './reopen-form';

/** 关账: what becomes of every line's unspent quota; and opening again, with a reason. */
export function Closing() {
  const place = usePlace();
  const { data: state, error } = useQuery(yearStateQuery(place));
  if (error) return <Failure error={error} />;
  if (!state) return <Skeleton active />;
  if (!state.closed)
    return (
      <Flex vertical gap={12}>
        <StillReleased />
        <CloseForm unitName={state.unit.name} />
      </Flex>
    );
  return (
    <>
      <Closed unitName={state.unit.name} />
      <ReopenForm />
    </>
  );
}
