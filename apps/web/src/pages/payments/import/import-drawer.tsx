import { InboxOutlined } from '@ant-design/icons';
import { Alert, Button, Drawer, Flex, Progress, Typography, Upload } from 'antd';
import { useState } from 'react';
import { usePlace } from '../../../frame/place';
import { Failure } from '../../../parts/failure';
import { type Import, isUnderWay, useImporting } from './importing';
import { RefusedCells } from './refused-cells';
import { corrected, fileOf, type Sheet, sheetOf } from './sheet';

/** 导入: files are tried first, corrected where they are wrong, and recorded as a whole when they are confirmed. */
export default function ImportDrawer({ onClose }: { onClose: () => void }) {
  const { year } = usePlace();
  const { state, line, isSending, error, tryOut, commit, forget } = useImporting(year);
  const { files, sheets, take, drop, correct, read } = useFiles(forget);
  const busy = isSending || (state !== null && isUnderWay(state));
  const close = (): void => {
    if (state?.state === 'recorded') forget();
    onClose();
  };
  return (
    <Drawer open size={1100} onClose={close} title={`导入 ${year} 年度的文件`}>
      <Files files={files} onAdded={take} onRemoved={drop} />
      <Flex gap={8} style={{ marginBlock: 16 }}>
        <Button
          type={state?.state === 'checked' ? 'default' : 'primary'}
          disabled={files.length === 0 || busy}
          loading={isSending && state === null}
          onClick={() => void read().then(tryOut)}
        >
          {state?.state === 'refused' ? '改好了，再试一次' : '试算'}
        </Button>
        {state?.state === 'checked' && (
          <Button type="primary" loading={isSending} onClick={commit}>
            确认导入 {state.recorded} 项
          </Button>
        )}
      </Flex>
      <Failure error={error} />
      {line === 'lost' && busy && <LostLine />}
      {state && <Outcome of={state} busy={isUnderWay(state)} />}
      {state?.state === 'refused' && (
        <>
          <RefusedCells cells={state.refused} sheets={sheets} onCorrected={correct} />
          {state.stage === 'read' && state.refused.length > 0 && <MoreToCome />}
        </>
      )}
    </Drawer>
  );
}

/** The files chosen, and those of them that can be corrected here as they stand now; `onChosen` is told of other files. */
function useFiles(onChosen: () => void) {
  const [files, setFiles] = useState<readonly File[]>([]);
  const [sheets, setSheets] = useState<ReadonlyMap<string, Sheet>>(new Map());
  const take = (added: readonly File[]): void => {
    onChosen();
    setFiles((before) => [...before.filter(({ name }) => !added.some((file) => file.name === name)), ...added]);
    setSheets((before) => new Map([...before].filter(([name]) => !added.some((file) => file.name === name))));
  };
  const drop = (name: string): void => {
    onChosen();
    setFiles((before) => before.filter((file) => file.name !== name));
  };
  const correct = (sheet: Sheet, line: number, column: number, text: string): void =>
    setSheets((before) =>
      new Map(before).set(sheet.name, corrected(before.get(sheet.name) ?? sheet, line, column, text)),
    );
  const read = async (): Promise<File[]> => {
    const known = await Promise.all(files.map(async (file) => sheets.get(file.name) ?? (await sheetOf(file))));
    setSheets(new Map(known.filter((sheet) => sheet !== null).map((sheet) => [sheet.name, sheet])));
    return files.map((file) => (sheets.has(file.name) ? fileOf(sheets.get(file.name) as Sheet) : file));
  };
  return { files, sheets, take, drop, correct, read };
}

/** Rows are decided on only once they can be read: who corrected these is not surprised by others. */
const MoreToCome = () => (
  <Typography.Paragraph type="secondary">改好以后还会检查单位、科目和额度。</Typography.Paragraph>
);

const LostLine = () => (
  <Alert
    type="warning"
    showIcon
    role="status"
    style={{ marginBottom: 12 }}
    title="连接中断，正在重连；导入在服务上照常进行，重连后接着显示。"
  />
);

interface FilesProps {
  readonly files: readonly File[];
  readonly onAdded: (files: readonly File[]) => void;
  readonly onRemoved: (name: string) => void;
}

function Files({ files, onAdded, onRemoved }: FilesProps) {
  return (
    <Upload.Dragger
      multiple
      height={150}
      accept=".csv,.txt,.tsv,.xlsx,.xlsm,.xls"
      fileList={files.map(({ name }) => ({ uid: name, name }))}
      beforeUpload={(file, all) => {
        if (file === all.at(-1)) onAdded(all);
        return false;
      }}
      onRemove={({ name }) => onRemoved(name)}
    >
      <p className="ant-upload-drag-icon">
        <InboxOutlined />
      </p>
      <p className="ant-upload-text">把 00-单位 到 11-结余使用 的 CSV 或 XLSX 拖到这里，或点这里选择</p>
      <p className="ant-upload-hint">先试算，什么都不记录；确认之后全部记录，或一项都不记录。</p>
    </Upload.Dragger>
  );
}

const STAGES: Readonly<Record<string, string>> = { read: '读取文件', decide: '逐项核对', append: '写入' };
const KIND = { checked: 'success', recorded: 'success', refused: 'error', failed: 'error' } as const;

function Outcome({ of: { state, says, stage, done, total, totals, notices }, busy }: { of: Import; busy: boolean }) {
  const kind = KIND[state as keyof typeof KIND] ?? 'info';
  return (
    <>
      <Alert type={kind} showIcon role="alert" title={says} style={{ marginBottom: 12 }} />
      {busy && (
        <Flex vertical>
          <Typography.Text type="secondary">
            {STAGES[stage] ?? stage} {total > 0 && `${done} / ${total}`}
          </Typography.Text>
          <Progress aria-label="导入进度" percent={total > 0 ? Math.floor((done / total) * 100) : 0} />
        </Flex>
      )}
      <Totals totals={totals} />
      {notices.map((notice) => (
        <Alert key={notice} type="warning" showIcon title={`提示：${notice}`} style={{ marginBottom: 8 }} />
      ))}
    </>
  );
}

/** Shown before 确认, so that 万元 typed under a header of 元 is seen. */
const Totals = ({ totals }: { totals: readonly string[] }) =>
  totals.length > 0 && (
    <Typography.Paragraph>
      各文件金额合计（请与自己的合计核对）：
      {totals.map((total) => (
        <div key={total}>{total}</div>
      ))}
    </Typography.Paragraph>
  );
