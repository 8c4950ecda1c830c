import { useQuery } from '@tanstack/react-query';
import { Alert, Input, Modal, Typography } from 'antd';
import { useState } from 'react';
import { vocabularyQuery } from '../../api/queries';
import { pastedEntries, type TypedEntry } from './drafting';

interface Props {
  readonly open: boolean;
  readonly unit: string;
  readonly onPasted: (entries: readonly TypedEntry[]) => void;
  readonly onClose: () => void;
}

/** Takes rows copied in Excel or WPS: all of them, or none. */
export function PasteDialog({ open, unit, onPasted, onClose }: Props) {
  const { data: words } = useQuery(vocabularyQuery);
  const [text, setText] = useState('');
  const read = words === undefined ? { entries: [], faults: [] } : pastedEntries(text, unit, words);
  const take = (): void => {
    onPasted(read.entries);
    setText('');
    onClose();
  };
  return (
    <Modal
      open={open}
      width={720}
      title="从 Excel 粘贴明细"
      okText={`加入 ${read.entries.length} 条`}
      cancelText="取消"
      okButtonProps={{ disabled: read.entries.length === 0 || read.faults.length > 0 }}
      onOk={take}
      onCancel={onClose}
    >
      <Typography.Paragraph type="secondary">
        依次六栏：类型、功能科目、资金性质、支出类型、项目名称、金额（元，或写明万元）。
      </Typography.Paragraph>
      <Input.TextArea
        aria-label="粘贴的行"
        rows={8}
        value={text}
        onChange={({ target }) => setText(target.value)}
        style={{ fontFamily: 'monospace' }}
      />
      {read.faults.map((fault) => (
        <Alert key={fault} type="error" role="alert" title={fault} style={{ marginTop: 8 }} />
      ))}
    </Modal>
  );
}
