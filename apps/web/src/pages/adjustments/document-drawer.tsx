import { Col, Descriptions, Drawer, Flex, Row, Table, Tag, Timeline } from 'antd';
import { useWords } from '../../api/queries';
import { useSearch } from '../../frame/place';
import { useCodes } from '../../parts/codes';
import { recorded } from '../../parts/instant';
import { RecordButton } from '../../parts/record-button';
import { type Adjustment, documentAddress, STATE_STYLE, triedBody } from './adjustments';
import { Effect } from './effect';
import { Review, Step } from './steps';

interface Props {
  readonly document: Adjustment;
  readonly onClose: () => void;
}

/** A document with what it would do beside it, everything done with it, and what may be done next. */
export function DocumentDrawer({ document, onClose }: Props) {
  const word = useWords();
  const { status, documentNumber } = document;
  const isOpen = status !== 'applied' && status !== 'rejected';
  return (
    <Drawer
      open
      size={isOpen ? 1080 : 720}
      onClose={onClose}
      title={
        <>
          {documentNumber} <Tag style={STATE_STYLE[status] ?? {}}>{word('adjustmentStates', status)}</Tag>
        </>
      }
    >
      <Row gutter={[20, 20]}>
        <Col xs={24} lg={isOpen ? 12 : 24}>
          <Content of={document} />
          <Next of={document} />
        </Col>
        {isOpen && (
          <Col xs={24} lg={12}>
            <Effect unit={document.unit} body={triedBody(document)} />
          </Col>
        )}
      </Row>
    </Drawer>
  );
}

function Content({ of }: { of: Adjustment }) {
  const { id, unit, date, purpose, comment, steps } = of;
  const items = [
    { key: 'unit', label: '单位', children: unit },
    { key: 'date', label: '日期', children: date },
    { key: 'purpose', label: '事由', children: purpose },
    { key: 'id', label: '调整单号', children: id },
    ...(comment === '' ? [] : [{ key: 'comment', label: '审核意见', children: comment }]),
  ];
  return (
    <>
      <Descriptions size="small" bordered column={1} items={items} style={{ marginBottom: 16 }} />
      <EntryTable of={of} />
      <Timeline
        style={{ marginTop: 20 }}
        items={steps.map((step) => ({
          key: step.reference,
          content: `${recorded(step.recordedAt)} ${step.actor} ${step.title}`,
        }))}
      />
    </>
  );
}

function EntryTable({ of: { entries } }: { of: Adjustment }) {
  const word = useWords();
  const names = useCodes('functional');
  const rows = entries.map((entry, index) => ({ ...entry, index }));
  return (
    <Table
      size="small"
      bordered
      pagination={false}
      rowKey="index"
      dataSource={rows}
      columns={[
        { title: '类型', key: 'type', width: 90, render: (_, { type }) => word('adjustmentTypes', type) },
        {
          title: '指标',
          key: 'line',
          render: (_, { line }) =>
            [line.item, names.get(line.item), line.project || word('expenditureKinds', line.kind)].join(' '),
        },
        {
          title: '金额（元）',
          key: 'amount',
          align: 'right',
          render: (_, { amount }) => <span className="figure">{amount.yuan}</span>,
        },
      ]}
    />
  );
}

/** What the document waits for, where it is hers to do. */
function Next({ of }: { of: Adjustment }) {
  const change = useSearch();
  const { status, unit } = of;
  if (status === 'submitted') return <Review of={of} />;
  return (
    <Flex gap={8}>
      {status === 'drafted' && <Step of={of} step="submit" title="送审" by={['officer']} />}
      {status === 'approved' && <Step of={of} step="apply" title="执行" by={['officer', 'reviewer']} />}
      {status === 'applied' && (
        <RecordButton unit={unit} onClick={() => change({ form: 'draft', of: documentAddress(of), doc: undefined })}>
          起草反向调整
        </RecordButton>
      )}
    </Flex>
  );
}
