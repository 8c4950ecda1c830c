import { DownloadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Dropdown } from 'antd';
import { printedAs, usePlace } from '../../frame/place';
import { download } from '../../parts/download';

const FILES = [
  { key: 'document.docx', label: '公开文件（Word）' },
  { key: 'tables.xlsx', label: '公开表（Excel）' },
  { key: 'check-report.xlsx', label: '检查报告（Excel）' },
  { key: 'bundle.zip', label: '全部文件与开放数据（zip）' },
];

/** The disclosure as files, of the day and in the form the page shows. */
export function Downloads() {
  const place = usePlace();
  const { unit, year } = place;
  const { message } = App.useApp();
  const file = useMutation({
    mutationFn: (name: string) => download(`/api/units/${unit}/years/${year}/account/${name}`, printedAs(place)),
    onError: (error) => void message.error(error.message),
  });
  return (
    <Dropdown menu={{ items: FILES, onClick: ({ key }) => file.mutate(key) }} trigger={['click']}>
      <Button icon={<DownloadOutlined />} loading={file.isPending}>
        下载
      </Button>
    </Dropdown>
  );
}
