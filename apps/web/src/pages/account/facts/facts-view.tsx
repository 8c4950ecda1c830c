import { PlusOutlined } from '@ant-design/icons';
import { Flex, Input, Segmented, Select, Skeleton, Table, type TableColumnsType, Tag, Typography } from 'antd';
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { unitsQuery } from '../../../api/queries';
import { useMayRecord } from '../../../frame/may-record';
import { usePlace } from '../../../frame/place';
import { Failure } from '../../../parts/failure';
import { grouped } from '../../../parts/figure';
import { recorded } from '../../../parts/instant';
import { RecordButton } from '../../../parts/record-button';
import { FactDrawer } from './fact-drawer';
import { type Fact, factId, KINDS, type Of, useFacts } from './facts';
import { OwnTexts } from './own-texts';

/** 其他数据: counts, amounts, figures of last year and the unit's own texts; what the document asks for stands first. */
export function FactsView({ isBudget }: { isBudget: boolean }) {
  const { facts, error } = useFacts(isBudget);
  const { unit } = usePlace();
  const mayRecord = useMayRecord();
  const [opened, setOpened] = useState<Fact | null>(null);
  const [shown, setShown] = useState<'all' | 'missing'>('all');
  const ofDepartment = useHasUnitsBelow();
  if (!facts) return error ? <Failure error={error} /> : <Skeleton active />;
  // A department's ceilings are its units' together.
  const own = ofDepartment ? facts.filter(({ of }) => of !== 'threePublic') : facts;
  const rows = shown === 'all' ? own : own.filter(({ said }) => said === null);
  return (
    <Flex vertical gap={16}>
      <Failure error={error} />
      <OwnTexts />
      <Flex gap={8} wrap align="center">
        <Segmented
          aria-label="显示哪些"
          value={shown}
          onChange={setShown}
          options={[
            { value: 'all', label: `全部 ${own.length}` },
            { value: 'missing', label: `还没有记录 ${own.filter(({ said }) => said === null).length}` },
          ]}
        />
        {mayRecord && <Another onOpen={setOpened} />}
      </Flex>
      <Table<Fact>
        size="small"
        rowKey={factId}
        columns={columnsFor(mayRecord ? unit : null, setOpened)}
        dataSource={rows}
        pagination={false}
        scroll={{ x: 900 }}
        locale={{ emptyText: '公开文件要用的数都已记录。' }}
      />
      {ofDepartment && <Typography.Text type="secondary">三公经费的全年预算数在所属单位里填写。</Typography.Text>}
      <FactDrawer fact={opened} onClose={() => setOpened(null)} />
    </Flex>
  );
}

function useHasUnitsBelow(): boolean {
  const { unit, year } = usePlace();
  const { data: units = [] } = useQuery(unitsQuery(year));
  return units.some(({ parent }) => parent === unit);
}

const OTHERS: readonly Of[] = ['disclosure', 'account', 'budget'];

/** Something the list does not have, such as 车辆:应急保障用车. */
function Another({ onOpen }: { onOpen: (fact: Fact) => void }) {
  const { unit } = usePlace();
  const [of, setOf] = useState<Of>('disclosure');
  const [name, setName] = useState('');
  const open = (): void =>
    onOpen({ of, name: name.trim(), title: name.trim(), isAmount: of !== 'disclosure', asked: false, said: null });
  return (
    <Flex gap={8} style={{ marginInlineStart: 'auto' }} className="no-print">
      <Select
        aria-label="另记的种类"
        style={{ width: 110 }}
        value={of}
        onChange={setOf}
        options={OTHERS.map((value) => ({ value, label: KINDS[value] }))}
      />
      <Input
        aria-label="另记的指标"
        placeholder="指标，如 车辆:应急保障用车"
        style={{ width: 220 }}
        value={name}
        onChange={({ target }) => setName(target.value)}
        onPressEnter={() => name.trim() !== '' && open()}
      />
      <RecordButton unit={unit} icon={<PlusOutlined />} disabled={name.trim() === ''} onClick={open}>
        另记一项
      </RecordButton>
    </Flex>
  );
}

/** `recordedFor`: the unit that may record; null: nobody may here. */
const columnsFor = (recordedFor: string | null, open: (fact: Fact) => void): TableColumnsType<Fact> => [
  { title: '指标', dataIndex: 'title', width: 260 },
  { title: '种类', key: 'of', width: 110, render: (_, { of }) => KINDS[of] },
  { title: '数值', key: 'value', width: 150, align: 'right', render: (_, { said }) => <Value said={said} /> },
  { title: '单位', key: 'unit', width: 80, render: (_, { said }) => said && (said.now.amount ? '元' : said.now.unit) },
  { title: '说明', key: 'note', render: (_, { said }) => said?.now.note },
  {
    title: '记录',
    key: 'by',
    width: 200,
    render: (_, { said }) => said && `${said.now.actor} ${recorded(said.now.recordedAt)}`,
  },
  ...(recordedFor !== null
    ? [
        {
          title: '办理',
          key: 'do',
          width: 72,
          className: 'no-print',
          render: (_: unknown, fact: Fact) => (
            <RecordButton
              unit={recordedFor}
              type="link"
              size="small"
              aria-label={`${fact.said ? '修改' : '填写'}：${fact.title}`}
              onClick={() => open(fact)}
            >
              {fact.said ? '修改' : '填写'}
            </RecordButton>
          ),
        },
      ]
    : []),
];

function Value({ said }: Pick<Fact, 'said'>) {
  if (said === null) return <Tag>还没有</Tag>;
  const { amount, text } = said.now;
  return <span className="figure">{amount === null ? text : grouped(amount.yuan)}</span>;
}
