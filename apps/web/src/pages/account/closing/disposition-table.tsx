import { Empty, Input, Select, Table, type TableColumnsType } from 'antd';
import { useWords } from '../../../api/queries';
import { Figure } from '../../../parts/figure';
import { CARRIED, type Choice, type Choices, type LineAccount, lineId, outcomesOf } from './dispositions';

interface Props {
  readonly lines: readonly LineAccount[];
  readonly choices: Choices;
  readonly choose: (choices: Choices) => void;
}

/** Every line that still has money, and what becomes of it. */
export function DispositionTable({ lines, choices, choose }: Props) {
  const word = useWords();
  const set = (line: LineAccount, change: Partial<Choice>): void =>
    choose({ ...choices, [lineId(line)]: { ...(choices[lineId(line)] ?? CARRIED), ...change } });
  const columns: TableColumnsType<LineAccount> = [
    { title: '单位', dataIndex: 'unit', width: 84 },
    {
      title: '科目',
      key: 'item',
      render: (_, { line, itemName }) => (
        <>
          {line.item} {itemName}
          {line.project !== '' && <div>{line.project}</div>}
        </>
      ),
    },
    {
      title: '资金性质、支出类型',
      key: 'kind',
      width: 210,
      render: (_, { line }) => `${word('fundSources', line.fundSource)} · ${word('expenditureKinds', line.kind)}`,
    },
    {
      title: '可用（万元）',
      key: 'available',
      width: 120,
      align: 'right',
      render: (_, one) => <Figure amount={one.available} />,
    },
    {
      title: '冻结（万元）',
      key: 'frozen',
      width: 120,
      align: 'right',
      render: (_, one) => <Figure amount={one.frozen} />,
    },
    { title: '处理', key: 'outcome', width: 320, render: (_, one) => <Outcome {...{ one, choices, set }} /> },
  ];
  return (
    <Table<LineAccount>
      size="small"
      rowKey={lineId}
      columns={columns}
      dataSource={[...lines]}
      pagination={lines.length > 100 ? { pageSize: 50, showSizeChanger: false } : false}
      locale={{ emptyText: <Empty description="各条指标都已用完，没有需要处理的余额。" /> }}
    />
  );
}

interface OutcomeProps {
  readonly one: LineAccount;
  readonly choices: Choices;
  readonly set: (line: LineAccount, change: Partial<Choice>) => void;
}

function Outcome({ one, choices, set }: OutcomeProps) {
  const { outcome, documentNumber, purpose } = choices[lineId(one)] ?? CARRIED;
  const where = `${one.unit} ${one.line.item} ${one.line.project}`.trim();
  return (
    <>
      <Select
        aria-label={`${where} 的处理`}
        style={{ width: '100%' }}
        value={outcome}
        options={outcomesOf(one)}
        onChange={(chosen) => set(one, { outcome: chosen })}
      />
      {outcome === 'recall' && (
        <>
          <Input
            aria-label={`${where} 收回文号`}
            placeholder="文号"
            style={{ marginTop: 4 }}
            value={documentNumber}
            onChange={(event) => set(one, { documentNumber: event.target.value })}
          />
          <Input
            aria-label={`${where} 收回事由`}
            placeholder="事由"
            style={{ marginTop: 4 }}
            value={purpose}
            onChange={(event) => set(one, { purpose: event.target.value })}
          />
        </>
      )}
    </>
  );
}
