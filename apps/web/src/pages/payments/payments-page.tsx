import { ImportOutlined, PlusOutlined } from '@ant-design/icons';
import { Tabs } from 'antd';
import { lazy, Suspense, useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { useOwnUnits } from '../../frame/may-record';
import { usePlace, useSearch } from '../../frame/place';
import { PageHead } from '../../parts/page-head';
import { RecordButton } from '../../parts/record-button';
import { useHasRole } from '../../session/session';
import { CorrectionDrawer } from './correction-drawer';
import { FreezeDrawer } from './freezes/freeze-drawer';
import { FreezeList } from './freezes/freezes';
import { ReleaseDrawer } from './freezes/release-drawer';
import { IncomeList } from './income/income';
import { IncomeDrawer } from './income/income-drawer';
import { ReversalDrawer } from './income/reversal-drawer';
import { PaymentDrawer } from './payment-drawer';
import { PaymentFilters } from './payment-filters';
import { PaymentTable } from './payment-table';

const ImportDrawer = lazy(() => import('./import/import-drawer'));

/** What each list's button records. */
const FORMS = {
  payments: { form: 'payment', label: '记录支付' },
  income: { form: 'income', label: '登记收入' },
  freezes: { form: 'freeze', label: '冻结额度' },
} as const;

type List = keyof typeof FORMS;

/** 支付: what was paid, refunded and corrected, received and frozen; where it is recorded and imported. */
export default function PaymentsPage() {
  const [search] = useSearchParams();
  const change = useSearch();
  const { knownAt } = usePlace();
  const mayRecord = useOwnUnits().length > 0;
  // Whose rows a file may bring is judged row by row.
  const mayImport = useHasRole('officer', 'administrator') && knownAt === undefined;
  const named = search.get('list') ?? '';
  const list: List = named === 'income' || named === 'freezes' ? named : 'payments';
  const { form, label } = FORMS[list];
  return (
    <>
      <PageHead title="支付">
        {mayImport && (
          <RecordButton icon={<ImportOutlined />} onClick={() => change({ form: 'import' })}>
            导入
          </RecordButton>
        )}
        {mayRecord && (
          <RecordButton type="primary" icon={<PlusOutlined />} onClick={() => change({ form })}>
            {label}
          </RecordButton>
        )}
      </PageHead>
      <Lists list={list} mayRecord={mayRecord} />
      {mayRecord && <RecordingForms />}
      <Suspense>{mayImport && search.get('form') === 'import' && <ImportForm />}</Suspense>
    </>
  );
}

function Lists({ list, mayRecord }: { list: List; mayRecord: boolean }) {
  const change = useSearch();
  const items = [
    {
      key: 'payments',
      label: '支付、退回和更正',
      children: (
        <>
          <PaymentFilters />
          <PaymentTable mayRecord={mayRecord} />
        </>
      ),
    },
    { key: 'income', label: '收入', children: <IncomeList mayRecord={mayRecord} /> },
    { key: 'freezes', label: '冻结', children: <FreezeList mayRecord={mayRecord} /> },
  ];
  return (
    <Tabs
      activeKey={list}
      items={items}
      destroyOnHidden
      onChange={(next) =>
        change({ list: next === 'payments' ? undefined : next, text: undefined, page: undefined, form: undefined })
      }
    />
  );
}

function useClosing(): () => void {
  const change = useSearch();
  return useCallback(() => change({ form: undefined, voucher: undefined, of: undefined, freeze: undefined }), [change]);
}

const ImportForm = () => <ImportDrawer onClose={useClosing()} />;

/** The form that the address names. */
function RecordingForms() {
  const [search] = useSearchParams();
  const onClose = useClosing();
  const form = search.get('form');
  const unit = search.get('of') ?? '';
  const voucher = search.get('voucher') ?? '';
  if (form === 'payment') return <PaymentDrawer onClose={onClose} />;
  if (form === 'income') return <IncomeDrawer onClose={onClose} />;
  if (form === 'freeze') return <FreezeDrawer onClose={onClose} />;
  if (form === 'release') return <ReleaseDrawer unit={unit} freezeId={search.get('freeze') ?? ''} onClose={onClose} />;
  if (form === 'reversal') return <ReversalDrawer key={voucher} unit={unit} voucher={voucher} onClose={onClose} />;
  if (form !== 'refund' && form !== 'correction') return null;
  return (
    <CorrectionDrawer key={`${form} ${unit} ${voucher}`} what={form} unit={unit} voucher={voucher} onClose={onClose} />
  );
}
