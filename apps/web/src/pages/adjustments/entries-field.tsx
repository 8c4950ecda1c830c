import { DeleteOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Card, Checkbox, Col, Flex, Input, Row, Select } from 'antd';
import { useState } from 'react';
import type { Schemas } from '../../api/client';
import { vocabularyQuery } from '../../api/queries';
import { CodePicker } from '../../parts/codes';
import { AmountField } from '../../parts/fields';
import { LineBalance, LinePicker } from '../../parts/line-picker';
import { lineAddress, lineNamed } from '../lines/lines';
import { type MovementType, newEntry, type TypedDraft, type TypedEntry } from './drafting';
import { PasteDialog } from './paste-dialog';

interface Props {
  readonly draft: TypedDraft;
  readonly keep: (changes: Pick<TypedDraft, 'entries'>) => void;
}

/** The movements of a document: typed one by one or pasted from a spreadsheet. */
export function EntriesField({ draft, keep }: Props) {
  const [pasting, setPasting] = useState(false);
  const put = (entries: readonly TypedEntry[]): void => keep({ entries });
  return (
    <Flex vertical gap={8}>
      {draft.entries.map((entry, index) => (
        <EntryCard
          key={index}
          number={index + 1}
          unit={draft.unit}
          entry={entry}
          onChange={(changed) => put(draft.entries.with(index, changed))}
          {...(draft.entries.length > 1 ? { onRemove: () => put(draft.entries.toSpliced(index, 1)) } : {})}
        />
      ))}
      <Flex gap={8}>
        <Button onClick={() => put([...draft.entries, newEntry(draft.entries.at(-1)?.type)])}>添一条</Button>
        <Button disabled={draft.unit === ''} onClick={() => setPasting(true)}>
          从 Excel 粘贴
        </Button>
      </Flex>
      <PasteDialog
        open={pasting}
        unit={draft.unit}
        onClose={() => setPasting(false)}
        onPasted={(entries) => put([...draft.entries.filter(({ line }) => line !== ''), ...entries])}
      />
    </Flex>
  );
}

interface EntryProps {
  readonly number: number;
  readonly unit: string;
  readonly entry: TypedEntry;
  readonly onChange: (entry: TypedEntry) => void;
  readonly onRemove?: () => void;
}

function EntryCard({ number, unit, entry, onChange, onRemove }: EntryProps) {
  const { data: words } = useQuery(vocabularyQuery);
  const optionsOf = (list: 'adjustmentTypes' | 'carryoverKinds') =>
    (words?.[list] ?? []).map(({ key, name }) => ({ value: key, label: name }));
  return (
    <Card size="small">
      <Row gutter={[8, 8]} align="middle">
        <Col span={7}>
          <Select
            aria-label={`明细 ${number} 类型`}
            style={{ width: '100%' }}
            value={entry.type}
            options={optionsOf('adjustmentTypes')}
            onChange={(type: MovementType) => onChange({ ...entry, type })}
          />
        </Col>
        <Col span={9}>
          <AmountField
            label={`明细 ${number} 金额`}
            placeholder="金额"
            value={entry.amount}
            onChange={(amount) => onChange({ ...entry, amount })}
          />
        </Col>
        <Col span={8}>
          <Flex justify="space-between">
            <Checkbox checked={entry.isNew} onChange={({ target }) => onChange({ ...entry, isNew: target.checked })}>
              新指标
            </Checkbox>
            {onRemove && (
              <Button aria-label={`删去明细 ${number}`} type="text" icon={<DeleteOutlined />} onClick={onRemove} />
            )}
          </Flex>
        </Col>
        {entry.type === 'carryoverIn' && (
          <Col span={24}>
            <Select
              aria-label={`明细 ${number} 结转种类`}
              placeholder="结转的种类"
              style={{ width: '100%' }}
              value={entry.carryover}
              options={optionsOf('carryoverKinds')}
              onChange={(carryover) => onChange({ ...entry, carryover })}
            />
          </Col>
        )}
        <Col span={24}>
          {entry.isNew ? (
            <NewLine {...{ number, unit, entry, onChange }} />
          ) : (
            <KnownLine {...{ number, unit, entry, onChange }} />
          )}
        </Col>
      </Row>
    </Card>
  );
}

function KnownLine({ number, unit, entry, onChange }: EntryProps) {
  return (
    <Flex vertical gap={4}>
      <LinePicker
        label={`明细 ${number} 指标`}
        unit={unit || undefined}
        value={entry.line}
        onChange={(line) => onChange({ ...entry, line })}
      />
      <LineBalance address={entry.line} />
    </Flex>
  );
}

/** A line that does not exist yet: its four parts. */
function NewLine({ number, unit, entry, onChange }: EntryProps) {
  const { data: words } = useQuery(vocabularyQuery);
  const line: Partial<Schemas['LineDto']> = lineNamed(entry.line)?.line ?? {};
  const put = (changes: Partial<Schemas['LineDto']>): void => {
    const { fundSource = 'generalPublic', item = '', kind = 'project', project = '' } = { ...line, ...changes };
    onChange({ ...entry, line: lineAddress({ unit, line: { fundSource, item, kind, project } }) });
  };
  const optionsOf = (list: 'fundSources' | 'expenditureKinds') =>
    (words?.[list] ?? []).map(({ key, name }) => ({ value: key, label: name }));
  return (
    <Row gutter={[8, 8]}>
      <Col span={12}>
        <CodePicker
          book="functional"
          digits={7}
          label={`明细 ${number} 功能分类科目`}
          value={line.item ?? ''}
          onChange={(item) => put({ item: item ?? '' })}
        />
      </Col>
      <Col span={12}>
        <Select
          aria-label={`明细 ${number} 资金性质`}
          style={{ width: '100%' }}
          value={line.fundSource ?? 'generalPublic'}
          options={optionsOf('fundSources')}
          onChange={(fundSource) => put({ fundSource: fundSource })}
        />
      </Col>
      <Col span={12}>
        <Select
          aria-label={`明细 ${number} 支出类型`}
          style={{ width: '100%' }}
          value={line.kind ?? 'project'}
          options={optionsOf('expenditureKinds')}
          onChange={(kind) => put({ kind: kind })}
        />
      </Col>
      <Col span={12}>
        <Input
          aria-label={`明细 ${number} 项目名称`}
          placeholder="项目名称"
          value={line.project ?? ''}
          onChange={({ target }) => put({ project: target.value })}
        />
      </Col>
    </Row>
  );
}
