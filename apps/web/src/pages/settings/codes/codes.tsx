import { useQuery } from '@tanstack/react-query';
import { Empty, Flex, Segmented, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import type { Schemas } from '../../../api/client';
import { Failure } from '../../../parts/failure';
import { TypedSearch } from '../../../parts/typed-search';
import { useHasRole } from '../../../session/session';
import { type Book, codesQuery } from '../../../parts/codes';
import { CodesUpload } from './codes-upload';

type Code = Schemas['CodeDto'];
const BOOKS: { value: Book; label: string }[] = [
  { value: 'functional', label: '功能分类科目' },
  { value: 'economic', label: '经济分类科目' },
];

/** A code book with the days its codes are in force; administrators add to it. */
export function Codes() {
  const [book, setBook] = useState<Book>('functional');
  const [text, setText] = useState<string | undefined>();
  const { data = [], error, isPending } = useQuery(codesQuery(book));
  const isAdministrator = useHasRole('administrator');
  const found = data.filter(({ code, name }) => text === undefined || code.startsWith(text) || name.includes(text));
  return (
    <>
      <Flex gap={12} wrap style={{ marginBottom: 12 }}>
        <Segmented<Book> aria-label="科目" options={BOOKS} value={book} onChange={setBook} />
        <TypedSearch label="查找科目" placeholder="编码或名称" value={text} onChange={setText} />
        <span style={{ flex: 1 }} />
        {isAdministrator && <CodesUpload book={book} />}
      </Flex>
      <Failure error={error} />
      <Table<Code>
        size="small"
        rowKey={({ code, from }) => `${code}|${from ?? ''}`}
        loading={isPending}
        dataSource={found}
        columns={columns}
        pagination={{ pageSize: 50, showSizeChanger: false, showTotal: (count) => `共 ${count} 条` }}
        locale={{ emptyText: <Empty description="没有这样的科目。" /> }}
      />
    </>
  );
}

/** 类 3, 款 5, 项 7 digits: each level stands a step further in. */
const indent = (code: string): number => Math.max(0, code.length - 3) * 10;

const columns: TableColumnsType<Code> = [
  {
    key: 'code',
    title: '编码',
    width: 160,
    render: (_, { code }) => <span style={{ paddingInlineStart: indent(code) }}>{code}</span>,
  },
  { key: 'name', title: '名称', render: (_, { name }) => name },
  { key: 'from', title: '生效日期', width: 130, render: (_, { from }) => from ?? '一直有效' },
  { key: 'to', title: '失效日期', width: 130, render: (_, { to }) => to ?? '—' },
];
