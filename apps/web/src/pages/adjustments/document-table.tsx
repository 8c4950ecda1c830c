import { Button, Empty, Table, type TableColumnsType, Tag } from 'antd';
import { useWords } from '../../api/queries';
import { useCodes } from '../../parts/codes';
import { recorded } from '../../parts/instant';
import { type Adjustment, documentAddress, STATE_STYLE } from './adjustments';

interface Props {
  readonly documents: readonly Adjustment[];
  readonly open: (document: Adjustment) => void;
}

/** Documents, the one that moved last first; each opens. */
export function DocumentTable({ documents, open }: Props) {
  const word = useWords();
  const columns: TableColumnsType<Adjustment> = [
    {
      title: '状态',
      key: 'status',
      width: 90,
      render: (_, { status }) => <Tag style={STATE_STYLE[status] ?? {}}>{word('adjustmentStates', status)}</Tag>,
    },
    {
      title: '文号',
      key: 'documentNumber',
      width: 210,
      render: (_, document) => (
        <Button type="link" size="small" style={{ padding: 0 }} onClick={() => open(document)}>
          {document.documentNumber}
        </Button>
      ),
    },
    { title: '日期', dataIndex: 'date', key: 'date', width: 105 },
    { title: '单位', dataIndex: 'unit', key: 'unit', width: 80 },
    { title: '事由', dataIndex: 'purpose', key: 'purpose', width: 190 },
    { title: '明细', key: 'entries', width: 250, render: (_, document) => <Entries of={document} /> },
    { title: '最近', key: 'last', width: 160, render: (_, { steps }) => <LastStep of={steps.at(-1)} /> },
  ];
  return (
    <Table<Adjustment>
      size="small"
      rowKey={documentAddress}
      columns={columns}
      dataSource={[...documents]}
      scroll={{ x: columns.reduce((sum, { width }) => sum + Number(width), 0) }}
      pagination={{ pageSize: 50, hideOnSinglePage: true }}
      locale={{
        emptyText: <Empty description="没有调整单。经办人用“起草调整单”开始，送审后由另一人审核，批准后执行。" />,
      }}
    />
  );
}

const SHOWN = 2;

function Entries({ of: { entries } }: { of: Adjustment }) {
  const word = useWords();
  const names = useCodes('functional');
  return (
    <>
      {entries.slice(0, SHOWN).map(({ type, line, amount }, index) => (
        <div key={index}>
          {word('adjustmentTypes', type)} {names.get(line.item) ?? line.item}{' '}
          <span className="figure">{amount.yuan} 元</span>
        </div>
      ))}
      {entries.length > SHOWN && `共 ${entries.length} 条`}
    </>
  );
}

function LastStep({ of }: { of: Adjustment['steps'][number] | undefined }) {
  return (
    of && (
      <>
        <div>
          {of.actor} {of.title}
        </div>
        {recorded(of.recordedAt)}
      </>
    )
  );
}
