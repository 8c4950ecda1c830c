import { useQuery } from '@tanstack/react-query';
import { Button, Empty, Flex, Table, type TableColumnsType, Tag, Typography } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { Schemas } from '../../../api/client';
import { unitsQuery, useWords } from '../../../api/queries';
import { usePlace } from '../../../frame/place';
import { Failure } from '../../../parts/failure';
import { OpenYear } from './open-year';

type Unit = Schemas['UnitDto'];
type Branch = Unit & { readonly children?: Branch[] };

/** The units of the year as a tree, and a year opened for one more. */
export function Units() {
  const { unit, year } = usePlace();
  const navigate = useNavigate();
  const { data, error, isPending } = useQuery(unitsQuery(year));
  const [opening, setOpening] = useState(false);
  const word = useWords();
  const tree = branches(data ?? []);
  return (
    <>
      <Flex justify="space-between" align="center" style={{ marginBottom: 12 }}>
        <Typography.Text type="secondary">{year} 年度的单位。其他年度请在页面上方选择。</Typography.Text>
        <Flex gap={8}>
          <Button onClick={() => void navigate(`/${unit}/${year}/payments?form=import`)}>导入 {year} 年度</Button>
          <Button type="primary" onClick={() => setOpening(true)}>
            为单位开启 {year} 年度
          </Button>
        </Flex>
      </Flex>
      <Failure error={error} />
      {!isPending && (
        <Table<Branch>
          size="small"
          rowKey="code"
          dataSource={tree}
          columns={columns(year, (type) => word('unitTypes', type))}
          pagination={false}
          expandable={{ defaultExpandAllRows: true }}
          locale={{
            emptyText: <Empty description={`${year} 年度还没有单位。请先为部门开启年度，再为其下级单位开启。`} />,
          }}
        />
      )}
      <OpenYear open={opening} units={data ?? []} onClose={() => setOpening(false)} />
    </>
  );
}

/** Each unit with those that name it as their parent; who names none that is there stands at the top. */
function branches(units: readonly Unit[]): Branch[] {
  const codes = new Set(units.map(({ code }) => code));
  const branch = (unit: Unit): Branch => {
    const children = units.filter(({ parent }) => parent === unit.code).map(branch);
    return children.length === 0 ? unit : { ...unit, children };
  };
  return units.filter(({ parent }) => parent === null || !codes.has(parent)).map(branch);
}

const columns = (year: number, typeName: (type: string) => string): TableColumnsType<Branch> => [
  {
    key: 'code',
    title: '单位编码',
    width: 180,
    render: (_, { code }) => <Link to={`/${code}/${year}/lines`}>{code}</Link>,
  },
  { key: 'name', title: '单位名称', render: (_, { name }) => name },
  { key: 'type', title: '单位类型', width: 140, render: (_, { type }) => typeName(type) },
  {
    key: 'closed',
    title: '年度',
    width: 110,
    render: (_, { closed }) => (closed ? <Tag>已关账</Tag> : <Tag color="blue">进行中</Tag>),
  },
];
