import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Segmented, Skeleton, Tabs, Tag } from 'antd';
import { useSearchParams } from 'react-router';
import { vocabularyQuery } from '../../api/queries';
import { type Document, usePlace, useSearch } from '../../frame/place';
import { Failure } from '../../parts/failure';
import { PageHead } from '../../parts/page-head';
import { useHasRole } from '../../session/session';
import { type Account, accountQuery, yearStateQuery } from './account';
import { Checks } from './checks/checks';
import { Closing } from './closing/closing';
import { DocumentView } from './document/document-view';
import { Downloads } from './downloads';
import { FactsView } from './facts/facts-view';
import { VersionsView } from './versions/versions-view';
import { missingIn, WorkList } from './wording/work-list';

/** 决算, or 预算 as long as nothing was paid or she asks for it: the document, what it still lacks, and whether it agrees with itself. */
export default function AccountPage() {
  const place = usePlace();
  const { data: account, error } = useQuery(accountQuery(place));
  const { data: state } = useQuery(yearStateQuery(place));
  const document = place.document ?? documentOf(account);
  const isClosed = state?.closed === true && place.knownAt === undefined;
  return (
    <>
      <PageHead title={document === 'budget' ? '预算' : '决算'} beside={isClosed && <Tag color="blue">已关账</Tag>}>
        <WhichDocument shown={document} />
        <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
          打印
        </Button>
        <Downloads />
      </PageHead>
      <Failure error={error} />
      {account && <Interrupted imports={account.incompleteImports} />}
      {account ? <Views account={account} /> : !error && <Skeleton active />}
    </>
  );
}

const documentOf = (account: Account | undefined): Document => (account?.isBudget === true ? 'budget' : 'final');

/** 预算 or 决算 of the same year; what was pointed at stands in the other one only. */
function WhichDocument({ shown }: { shown: Document }) {
  const change = useSearch();
  return (
    <Segmented<Document>
      aria-label="预算或决算"
      value={shown}
      options={[
        { value: 'budget', label: '预算' },
        { value: 'final', label: '决算' },
      ]}
      onChange={(document) => change({ document, table: undefined, at: undefined, why: undefined })}
    />
  );
}

function Views({ account }: { account: Account }) {
  const [search] = useSearchParams();
  const change = useSearch();
  const { knownAt } = usePlace();
  const mayClose = useHasRole('administrator') && knownAt === undefined;
  const { data: vocabulary } = useQuery(vocabularyQuery);
  const missing = missingIn(account, vocabulary?.reasonPlaceholders ?? []).length;
  const items = [
    { key: 'document', label: '公开文件', children: <DocumentView account={account} /> },
    {
      key: 'missing',
      label: missing === 0 ? '待补充' : `待补充（${missing}）`,
      children: <WorkList account={account} />,
    },
    { key: 'facts', label: '其他数据', children: <FactsView isBudget={account.isBudget} /> },
    { key: 'checks', label: '核对', children: <Checks /> },
    { key: 'versions', label: '版本', children: <VersionsView document={documentOf(account)} /> },
    ...(mayClose ? [{ key: 'closing', label: '关账', children: <Closing /> }] : []),
  ];
  return (
    <Tabs
      className="account-views"
      activeKey={search.get('tab') ?? 'document'}
      onChange={(tab) => change({ tab: tab === 'document' ? undefined : tab })}
      items={items}
      destroyOnHidden
    />
  );
}

function Interrupted({ imports }: { imports: readonly string[] }) {
  if (imports.length === 0) return null;
  const title = `有导入中断：${imports.join('、')}。再次导入同一批文件即可补全，在此之前账目不完整。`;
  return <Alert type="warning" showIcon style={{ marginBottom: 12 }} title={title} />;
}
