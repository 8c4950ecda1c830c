import { useQuery } from '@tanstack/react-query';
import { Flex, Select, Typography } from 'antd';
import { useState } from 'react';
import { useWords } from '../api/queries';
import { useMayRecordFor } from '../frame/may-record';
import { usePlace } from '../frame/place';
import { lineAddress, type LineAccount, lineNamed, linesQuery } from '../pages/lines/lines';
import { grouped } from './figure';
import { matches, useInitials } from './pinyin';

interface Props {
  readonly id?: string;
  readonly label?: string;
  readonly value?: string;
  readonly onChange?: (address: string) => void;
  /** Only this unit's lines. */
  readonly unit?: string | undefined;
  /** Only lines of this kind of money. */
  readonly fundSource?: string | undefined;
}

/** Finds a budget line that she records on by code, name, project or pinyin initials; the value is its address. */
export function LinePicker({ id, label = '指标', value, onChange, unit, fundSource }: Props) {
  const [isOpen, setOpen] = useState(false);
  const initials = useInitials(isOpen);
  const word = useWords();
  const isHers = useMayRecordFor();
  const { data, isPending } = useQuery(linesQuery(usePlace(), {}));
  const lines = (data?.lines ?? []).filter(
    (line) =>
      isHers(line.unit) &&
      (unit ?? line.unit) === line.unit &&
      (fundSource ?? line.line.fundSource) === line.line.fundSource,
  );
  const textOf = (line: LineAccount): string =>
    [line.unit, line.line.item, line.itemName, line.line.project, word('expenditureKinds', line.line.kind)].join(' ');
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      aria-label={label}
      placeholder="编码、名称、项目或拼音首字母"
      showSearch={{ filterOption: (typed, option) => matches(typed, option?.text ?? '', initials) }}
      loading={isPending}
      value={data === undefined ? null : value || null}
      style={{ width: '100%' }}
      popupMatchSelectWidth={false}
      onOpenChange={setOpen}
      onChange={(address: string) => onChange?.(address)}
      options={lines.map((line) => ({
        value: lineAddress(line),
        label: labelOf(line, word),
        text: textOf(line),
        line,
      }))}
      optionRender={({ data: { line } }) => <Option line={line} kind={word('expenditureKinds', line.line.kind)} />}
      notFoundContent="没有这样的指标；新的指标由“调整”页的追加产生。"
    />
  );
}

const labelOf = ({ unit, line, itemName }: LineAccount, word: ReturnType<typeof useWords>): string =>
  `${unit} ${line.item} ${itemName} ${line.project || word('expenditureKinds', line.kind)}`;

function Option({ line: { unit, line, itemName, available }, kind }: { line: LineAccount; kind: string }) {
  return (
    <Flex gap={12} justify="space-between" style={{ minWidth: 520 }}>
      <span>
        <Typography.Text type="secondary">{unit}</Typography.Text> {line.item} {itemName}
        {line.project && ` · ${line.project}`} <Typography.Text type="secondary">{kind}</Typography.Text>
      </span>
      <span className="figure">可用 {grouped(available.wan)}</span>
    </Flex>
  );
}

/** The account of a picked line, as it stands now. */
export function useLineAccount(address: string | undefined): LineAccount | undefined {
  const { data } = useQuery(linesQuery(usePlace(), {}));
  return address === undefined ? undefined : data?.lines.find((line) => lineAddress(line) === address);
}

/** What is left of a picked line, beside the field that takes from it. */
export function LineBalance({ address }: { address: string | undefined }) {
  const account = useLineAccount(address);
  const word = useWords();
  if (!account || !address) return null;
  const { final, frozen, paid, available } = account;
  const of = lineNamed(address);
  return (
    <Typography.Text type="secondary" role="status">
      {of && `${word('fundSources', of.line.fundSource)} · `}全年预算 {final.yuan} 元 · 已付 {paid.yuan} · 冻结{' '}
      {frozen.yuan} ·{' '}
      <Typography.Text strong className="figure">
        可用 {available.yuan} 元
      </Typography.Text>
    </Typography.Text>
  );
}
