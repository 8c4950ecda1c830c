import { UploadOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Modal, Table, type TableColumnsType, Upload } from 'antd';
import { api, Problem, type Schemas } from '../../../api/client';
import { Failure } from '../../../parts/failure';
import { type Book, codesQuery } from '../../../parts/codes';

type CellError = Schemas['CellErrorDto'];

/** Adds a file of codes (编码、名称、生效日期、失效日期) to a book: all of it or nothing. */
export function CodesUpload({ book }: { book: Book }) {
  const { message } = App.useApp();
  const queries = useQueryClient();
  const sending = useMutation({
    mutationFn: (file: File) => define(book, file),
    onSuccess: async (answer) => {
      await queries.invalidateQueries({ queryKey: codesQuery(book).queryKey });
      void message.success(`已新增 ${answer?.added ?? 0} 条科目。`);
    },
  });
  const take = (file: File): false => {
    sending.mutate(file);
    return false;
  };
  return (
    <>
      <Upload accept=".csv,.xlsx,.xls" showUploadList={false} beforeUpload={take}>
        <Button icon={<UploadOutlined />} loading={sending.isPending}>
          导入科目（编码、名称、生效日期、失效日期）
        </Button>
      </Upload>
      <Modal open={sending.isError} title="没有导入" footer={null} width={760} onCancel={() => sending.reset()}>
        <Failure error={sending.error} />
        {sending.error instanceof Problem && sending.error.cells.length > 0 && <Cells cells={sending.error.cells} />}
      </Modal>
    </>
  );
}

async function define(book: Book, file: File) {
  const body = new FormData();
  body.append('files', file);
  // The description's files are texts; they go as the form has them.
  const sent = { params: { path: { book } }, body: { files: [] }, bodySerializer: () => body };
  return (await api.POST('/api/codes/{book}', sent)).data;
}

const Cells = ({ cells }: { cells: readonly CellError[] }) => (
  <Table<CellError>
    size="small"
    rowKey={({ row, column, rule }) => `${row}|${column ?? ''}|${rule}`}
    dataSource={[...cells]}
    columns={columns}
    pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
  />
);

const columns: TableColumnsType<CellError> = [
  { key: 'row', title: '行', width: 70, render: (_, { row }) => row },
  { key: 'column', title: '列', width: 110, render: (_, { column }) => column ?? '' },
  { key: 'value', title: '内容', width: 130, ellipsis: true, render: (_, { value }) => value ?? '' },
  { key: 'rule', title: '问题', render: (_, { rule, advice }) => `${rule}（${advice}）` },
];
