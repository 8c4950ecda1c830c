import { SafetyCertificateOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { api } from '../../api/client';
import { Failure } from '../../parts/failure';

const verify = async () => (await api.POST('/api/verify')).data;

/** Reads every event of the store and says whether the chain holds. */
export function useVerification() {
  const { mutate, data, error, isPending } = useMutation({ mutationFn: verify });
  const button = (
    <Button icon={<SafetyCertificateOutlined />} loading={isPending} onClick={() => mutate()}>
      核对哈希链
    </Button>
  );
  const answer = (
    <>
      <Failure error={error} />
      {data && <Answer {...data} />}
    </>
  );
  return { button, answer };
}

type Verification = NonNullable<Awaited<ReturnType<typeof verify>>>;

function Answer({ events, streams, damage }: Verification) {
  const title = damage
    ? `哈希链不符：${damage.says}`
    : `已核对 ${streams} 条流中的 ${events} 项记录，哈希链全部相符，没有被改动。`;
  return (
    <Alert
      showIcon
      closable
      role="status"
      type={damage ? 'error' : 'success'}
      title={title}
      style={{ marginBottom: 12 }}
    />
  );
}
