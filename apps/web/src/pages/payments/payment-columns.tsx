import { Flex, type TableColumnsType, Tag, Typography } from 'antd';
import type { useWords } from '../../api/queries';
import { signed } from '../../parts/figure';
import { Folded } from '../../parts/folded';
import { RecordButton } from '../../parts/record-button';
import type { Payment } from './payments';

interface Asked {
  readonly ofDepartment: boolean;
  readonly mayRecord: boolean;
  readonly functional: ReadonlyMap<string, string>;
  readonly economic: ReadonlyMap<string, string>;
  readonly word: ReturnType<typeof useWords>;
  readonly open: (form: 'refund' | 'correction', payment: Payment) => void;
}

type Column = TableColumnsType<Payment>[number];

/** A payment as a row: where the money went, out of which line, with which voucher. */
export function paymentColumns(asked: Asked): Column[] {
  const unit: Column = { title: '单位', dataIndex: 'unit', key: 'unit', width: 76 };
  const actions: Column = {
    title: '办理',
    key: 'actions',
    width: 110,
    fixed: 'right',
    render: (_, payment) => <Actions payment={payment} open={asked.open} />,
  };
  return [
    { title: '日期', dataIndex: 'date', key: 'date', width: 100 },
    { title: '凭证号', key: 'document', width: 120, render: (_, payment) => <Voucher payment={payment} /> },
    ...(asked.ofDepartment ? [unit] : []),
    { title: '指标', key: 'line', width: 230, render: (_, payment) => <Line payment={payment} asked={asked} /> },
    {
      title: '经济分类',
      key: 'economicItem',
      width: 160,
      render: (_, payment) => <Economic payment={payment} named={asked.economic} />,
    },
    {
      title: '金额（元）',
      key: 'amount',
      width: 130,
      align: 'right',
      render: (_, payment) => <Paid payment={payment} />,
    },
    {
      title: '摘要',
      dataIndex: 'purpose',
      key: 'purpose',
      width: 150,
      render: (text: string | null) => <Folded text={text} />,
    },
    ...(asked.mayRecord ? [actions] : []),
  ];
}

function Voucher({ payment: { document, type, title, originalVoucher, correctedBy, actor } }: { payment: Payment }) {
  return (
    <>
      <div title={`${actor} 记录`}>{document}</div>
      {type !== 'PaymentMade' && (
        <Tag title={`原凭证 ${originalVoucher ?? ''}`}>
          {title} {originalVoucher}
        </Tag>
      )}
      {correctedBy.map((voucher) => (
        <Tag key={voucher}>已更正至 {voucher}</Tag>
      ))}
    </>
  );
}

/** A correction moves what was paid and pays nothing: its amount is no number that a column's sum counts again. */
function Paid({ payment: { amount, type } }: { payment: Payment }) {
  if (type !== 'PaymentReclassified')
    return <span className="figure">{signed(amount, type === 'PaymentRefunded')}</span>;
  return (
    <Typography.Text type="secondary" className="figure" title="更正只把已付的钱移到另一处，不增加支付">
      移 {signed(amount, false)}
    </Typography.Text>
  );
}

/** Where it stood before, where a correction moved it. */
function From({ children }: { children: string }) {
  return (
    <Typography.Text type="secondary" style={{ display: 'block', fontSize: 12 }}>
      由 {children} →
    </Typography.Text>
  );
}

function Economic({ payment, named }: { payment: Payment; named: ReadonlyMap<string, string> }) {
  const { type, economicItem, fromEconomicItem } = payment;
  const called = (code: string | null): string => (code === null ? '（空）' : `${code} ${named.get(code) ?? ''}`);
  if (type !== 'PaymentReclassified') return economicItem && called(economicItem);
  return (
    <>
      {fromEconomicItem !== economicItem && <From>{called(fromEconomicItem)}</From>}
      {called(economicItem)}
    </>
  );
}

function Line({ payment: { line, fromLine }, asked }: { payment: Payment; asked: Asked }) {
  if (line === null) return null;
  const isMoved =
    fromLine !== null && (['item', 'kind', 'project'] as const).some((name) => fromLine[name] !== line[name]);
  return (
    <>
      {isMoved && <From>{lineCalled(fromLine, asked)}</From>}
      <div>
        {line.item} {asked.functional.get(line.item)}
      </div>
      <Typography.Text type="secondary" style={{ fontSize: 12 }}>
        {[asked.word('expenditureKinds', line.kind), line.project].filter(Boolean).join(' · ')}
      </Typography.Text>
    </>
  );
}

const lineCalled = ({ item, kind, project }: NonNullable<Payment['fromLine']>, { functional, word }: Asked): string =>
  [`${item} ${functional.get(item) ?? ''}`, word('expenditureKinds', kind), project].filter(Boolean).join(' · ');

function Actions({ payment, open }: { payment: Payment; open: Asked['open'] }) {
  if (payment.type === 'PaymentRefunded') return null;
  return (
    <Flex gap={4}>
      <RecordButton
        unit={payment.unit}
        size="small"
        type="link"
        onClick={() => open('correction', payment)}
        aria-label={`更正 ${payment.document}`}
      >
        更正
      </RecordButton>
      <RecordButton
        unit={payment.unit}
        size="small"
        type="link"
        onClick={() => open('refund', payment)}
        aria-label={`退回 ${payment.document}`}
      >
        退回
      </RecordButton>
    </Flex>
  );
}
