import { ImportOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { useSearch } from '../../frame/place';
import { PageHead } from '../../parts/page-head';
import { useHasRole } from '../../session/session';
import { CorrectionDrawer } from './correction-drawer';
import { PaymentDrawer } from './payment-drawer';
import { PaymentFilters } from './payment-filters';
import { PaymentTable } from './payment-table';

const ImportDrawer = lazy(() => import('./import/import-drawer'));

/** 支付: what was paid, refunded and corrected; where it is recorded and imported. */
export default function PaymentsPage() {
  const [search] = useSearchParams();
  const change = useSearch();
  const mayRecord = useHasRole('officer');
  const mayImport = useHasRole('officer', 'administrator');
  const opened = search.get('form');
  const close = useCallback(() => change({ form: undefined, voucher: undefined, of: undefined }), [change]);
  return (
    <>
      <PageHead title="支付">
        {mayImport && (
          <Button icon={<ImportOutlined />} onClick={() => change({ form: 'import' })}>
            导入
          </Button>
        )}
        {mayRecord && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => change({ form: 'payment' })}>
            记录支付
          </Button>
        )}
      </PageHead>
      <PaymentFilters />
      <PaymentTable mayRecord={mayRecord} />
      {mayRecord && opened === 'payment' && <PaymentDrawer onClose={close} />}
      {mayRecord && (opened === 'refund' || opened === 'correction') && (
        <CorrectionDrawer
          key={`${opened} ${search.get('of')} ${search.get('voucher')}`}
          what={opened}
          unit={search.get('of') ?? ''}
          voucher={search.get('voucher') ?? ''}
          onClose={close}
        />
      )}
      <Suspense>{mayImport && opened === 'import' && <ImportDrawer onClose={close} />}</Suspense>
    </>
  );
}
