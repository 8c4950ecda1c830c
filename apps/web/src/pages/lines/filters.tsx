import { useQuery } from '@tanstack/react-query';
import { Flex, Select } from 'antd';
import { useCallback } from 'react';
import { vocabularyQuery } from '../../api/queries';
import { useSearch } from '../../frame/place';
import { TypedSearch } from '../../parts/typed-search';
import { CHOICES } from './columns';
import type { LinesAsked } from './lines';

const GROUPS = [
  { value: 'class', label: '按类' },
  { value: 'section', label: '按款' },
  { value: 'item', label: '按项' },
  { value: 'project', label: '按项目' },
  { value: 'unit', label: '按单位' },
  { value: 'fundSource', label: '按资金性质' },
  { value: 'kind', label: '按支出类型' },
];

interface Props {
  readonly asked: LinesAsked;
  readonly chosen: readonly string[];
  readonly choose: (columns: readonly string[]) => void;
}

/** Which lines, put together how, with which columns. */
export function Filters({ asked, chosen, choose }: Props) {
  const change = useSearch();
  const { data: words } = useQuery(vocabularyQuery);
  const search = useCallback((text: string | undefined) => change({ text }), [change]);
  const optionsOf = (list: 'fundSources' | 'expenditureKinds') =>
    (words?.[list] ?? []).map(({ key, name }) => ({ value: key, label: name }));
  return (
    <Flex gap={8} wrap style={{ marginBottom: 12 }} className="no-print">
      <TypedSearch label="查找指标" placeholder="编码、科目或项目" value={asked.text} onChange={search} />
      <Choice
        label="资金性质"
        value={asked.fundSource}
        width={210}
        options={optionsOf('fundSources')}
        onChange={(fundSource) => change({ fundSource })}
      />
      <Choice
        label="支出类型"
        value={asked.kind}
        width={150}
        options={optionsOf('expenditureKinds')}
        onChange={(kind) => change({ kind })}
      />
      <Choice
        label="分组小计"
        value={asked.groupBy}
        width={130}
        options={GROUPS}
        onChange={(groupBy) => change({ groupBy })}
      />
      <Select
        aria-label="显示的列"
        mode="multiple"
        style={{ width: 130 }}
        maxTagCount={0}
        maxTagPlaceholder={`列 ${chosen.length}/${CHOICES.length}`}
        value={[...chosen]}
        options={[...CHOICES]}
        onChange={(columns) => choose(columns)}
      />
    </Flex>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly width: number;
  readonly options: { value: string; label: string }[];
  readonly onChange: (value: string | undefined) => void;
}

const Choice = ({ label, value, width, options, onChange }: ChoiceProps) => (
  <Select
    allowClear
    aria-label={label}
    placeholder={label}
    style={{ width }}
    value={value ?? null}
    options={options}
    onChange={(chosen: string | null) => onChange(chosen ?? undefined)}
  />
);
