import { useQuery } from '@tanstack/react-query';
import { Alert, Skeleton } from 'antd';
import { usePlace } from '../../frame/place';
import { Failure } from '../../parts/failure';
import { PageHead } from '../../parts/page-head';
import { accountQuery } from './account';
import { DocumentView } from './document/document-view';

/** 决算, or 预算 as long as nothing was paid: the document, what it still lacks, and whether it agrees with itself. */
export default function AccountPage() {
  const place = usePlace();
  const { data: account, error } = useQuery(accountQuery(place));
  return (
    <>
      <PageHead title={account?.isBudget === true ? '预算' : '决算'} />
      <Failure error={error} />
      {account && account.incompleteImports.length > 0 && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 12 }}
          title={`有导入中断：${account.incompleteImports.join('、')}。再次导入同一批文件即可补全，在此之前账目不完整。`}
        />
      )}
      {account ? <DocumentView account={account} /> : !error && <Skeleton active />}
    </>
  );
}
