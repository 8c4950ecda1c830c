import { useQuery } from '@tanstack/react-query';
import { Alert, Skeleton } from 'antd';
import { usePlace } from '../../../frame/place';
import { Failure } from '../../../parts/failure';
import { yearStateQuery } from '../account';
import { CloseForm } from './close-form';
import { ReopenForm } from './reopen-form';

/** 关账: what becomes of every line's unspent quota; and opening again, with a reason. */
export function Closing() {
  const place = usePlace();
  const { data: state, error } = useQuery(yearStateQuery(place));
  if (error) return <Failure error={error} />;
  if (!state) return <Skeleton active />;
  if (!state.closed) return <CloseForm unitName={state.unit.name} />;
  return (
    <>
      <Alert
        type="info"
        showIcon
        style={{ marginBottom: 16 }}
        title={`${state.unit.name} ${state.year} 年度已关账，不能再记录新的事项。`}
      />
      <ReopenForm />
    </>
  );
}
