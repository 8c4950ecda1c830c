import { useQuery } from '@tanstack/react-query';
import { Card, Flex, Select, Skeleton } from 'antd';
import { useSearchParams } from 'react-router';
import { type Document, usePlace, useSearch } from '../../../frame/place';
import { Failure } from '../../../parts/failure';
import { recorded } from '../../../parts/instant';
import { Changes } from './changes';
import { comparisonQuery, momentKey, momentNamed, NOW, type Version, versionsQuery } from './versions';

/** 版本: the document at two moments, and every cell, sentence and fact that changed between them. */
export function VersionsView({ document }: { document: Document }) {
  const place = usePlace();
  const change = useSearch();
  const [search] = useSearchParams();
  const { data: versions, error } = useQuery(versionsQuery(place));
  if (!versions) return error ? <Failure error={error} /> : <Skeleton active />;
  // Unless somebody chose: what the newest of them brought. Before the first of them there was no year to compare with.
  const recordedOnes = versions.filter(({ before }) => before !== null);
  const [newest] = recordedOnes.length > 1 ? recordedOnes : versions;
  const from = search.get('from') ?? momentKey((recordedOnes.length > 1 ? newest?.before : newest?.moment) ?? NOW);
  const to = search.get('to') ?? momentKey(NOW);
  return (
    <Flex vertical gap={16}>
      <Flex gap={12} wrap align="center" className="no-print">
        <Choice label="从" value={from} versions={versions} onChange={(key) => change({ from: key })} />
        <Choice label="到" value={to} versions={versions} onChange={(key) => change({ to: key })} />
      </Flex>
      <Compared {...{ document, from, to }} />
    </Flex>
  );
}

function Compared({ document, from, to }: { document: Document; from: string; to: string }) {
  const { data, error } = useQuery(comparisonQuery(usePlace(), document, momentNamed(from), momentNamed(to)));
  if (data) return <Changes of={data} />;
  return error ? <Failure error={error} /> : <Card size="small" loading />;
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly versions: readonly Version[];
  readonly onChange: (key: string) => void;
}

function Choice({ label, value, versions, onChange }: ChoiceProps) {
  const named = versions.flatMap((version) => {
    const when = version.recordedAt === null ? '' : ` · ${recorded(version.recordedAt)}`;
    const after = { value: momentKey(version.moment), label: `${version.title}${when}` };
    if (version.before === null) return [after];
    return [after, { value: momentKey(version.before), label: `${version.title} 之前${when}` }];
  });
  const options = [{ value: momentKey(NOW), label: '现在' }, ...named];
  const unique = [...new Map(options.map((one) => [one.value, one])).values()];
  return (
    <label>
      {label}{' '}
      <Select
        aria-label={label}
        style={{ width: 380 }}
        showSearch={{ optionFilterProp: 'label' }}
        value={value}
        options={unique}
        onChange={onChange}
      />
    </label>
  );
}
