import { App, Button, Col, Drawer, Flex, Form, Input, Row, Select } from 'antd';
import { api, commandHeaders, newKey } from '../../api/client';
import { useDraft } from '../../frame/draft';
import { usePlace, useSearch } from '../../frame/place';
import { useCommand } from '../../parts/command';
import { DayField } from '../../parts/fields';
import { StartOver } from '../../parts/form-end';
import { useUnitsThatRecord } from '../../frame/may-record';
import { Refusal } from '../../parts/refusal';
import { useSeen } from '../../parts/seen';
import { type Adjustment, documentAddress } from './adjustments';
import { bodyOf, newDraft, reversalOf, triableBody, type TypedDraft } from './drafting';
import { Effect } from './effect';
import { EntriesField } from './entries-field';

interface Props {
  /** The applied document that this one takes back. */
  readonly reverses: Adjustment | null;
  readonly onClose: () => void;
}

/** Drafts a document; what it will do stands beside it while one types. */
export function DraftDrawer({ reverses, onClose }: Props) {
  const place = usePlace();
  const units = useUnitsThatRecord();
  const form = reverses === null ? 'adjustment' : `reversal.${documentAddress(reverses)}`;
  const start = reverses === null ? newDraft('') : reversalOf(reverses);
  const draft = useDraft<TypedDraft>(form, start);
  const only = units.length === 1 ? (units[0]?.code ?? '') : '';
  const values = { ...draft.values, unit: draft.values.unit || only };
  const send = useDrafting(draft.forget);
  const { unit } = values;
  const { seen, error, anew } = useSeen(draft, unit);
  const submit = (thenSubmit: boolean, now: number | typeof anew | null = seen): void =>
    send.mutate({ input: { draft: values, thenSubmit }, ...(now === null ? {} : { seen: now }) });
  const isWaiting = unit !== '' && seen === null;
  return (
    <Drawer open size={1180} onClose={onClose} title={reverses === null ? '起草调整单' : '起草反向调整'}>
      <Refusal
        error={send.error ?? error}
        onSendAgain={() => submit(send.variables?.input.thenSubmit ?? false, anew)}
      />
      <Row gutter={[20, 20]}>
        <Col xs={24} lg={14}>
          <Heading draft={values} units={units} keep={draft.change} />
          <EntriesField draft={values} keep={draft.change} />
          <Flex gap={8} style={{ marginTop: 16 }}>
            <Button type="primary" loading={send.isPending} disabled={isWaiting} onClick={() => submit(true)}>
              保存并送审
            </Button>
            <Button loading={send.isPending} disabled={isWaiting} onClick={() => submit(false)}>
              存为草稿
            </Button>
            <StartOver draft={draft} />
          </Flex>
        </Col>
        <Col xs={24} lg={10}>
          <Effect unit={unit} body={triableBody(values, place.year)} />
        </Col>
      </Row>
    </Drawer>
  );
}

/**
 * Drafts, and submits where that was asked; the document is then shown. Once it is recorded the draft is done with: a document that
 * could not be submitted is submitted from its own page.
 */
function useDrafting(forget: () => void) {
  const { year } = usePlace();
  const { message } = App.useApp();
  const change = useSearch();
  return useCommand<{ draft: TypedDraft; thenSubmit: boolean }>(
    async ({ draft, thenSubmit }, header) => {
      const { unit, adjustmentId: id } = draft;
      await api.POST('/api/units/{unit}/years/{year}/adjustments', {
        params: { path: { unit, year }, header },
        body: bodyOf(draft),
      });
      forget();
      if (!thenSubmit) return void message.success(`${draft.documentNumber} 已存为草稿。`);
      const submitting = api.POST('/api/units/{unit}/years/{year}/adjustments/{id}/submit', {
        params: { path: { unit, year, id }, header: commandHeaders(newKey()) },
      });
      await submitting.then(
        () => message.success(`${draft.documentNumber} 已送审。`),
        (refusal: Error) => message.error(`${draft.documentNumber} 已存为草稿，还没有送审：${refusal.message}`),
      );
    },
    ({ draft: { unit, adjustmentId: id } }) => {
      change({ form: undefined, of: undefined, doc: documentAddress({ unit, id }) });
    },
  );
}

interface HeadingProps {
  readonly draft: TypedDraft;
  readonly units: ReturnType<typeof useUnitsThatRecord>;
  readonly keep: (changes: Partial<TypedDraft>) => void;
}

function Heading({ draft, units, keep }: HeadingProps) {
  return (
    <Form layout="vertical">
      <Row gutter={12}>
        <Col span={12}>
          <Form.Item label="单位" htmlFor="unit" required>
            <Select
              id="unit"
              aria-label="调整的单位"
              showSearch={{ optionFilterProp: 'label' }}
              value={draft.unit || null}
              placeholder="请选择单位"
              options={units.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
              onChange={(unit: string) => keep({ unit })}
            />
          </Form.Item>
        </Col>
        <Col span={12}>
          <Form.Item label="日期" htmlFor="date" required>
            <DayField id="date" value={draft.date} onChange={(date) => keep({ date })} />
          </Form.Item>
        </Col>
        <Col span={12}>
          <Form.Item label="文号" htmlFor="documentNumber" required>
            <Input
              id="documentNumber"
              autoComplete="off"
              value={draft.documentNumber}
              onChange={({ target }) => keep({ documentNumber: target.value })}
            />
          </Form.Item>
        </Col>
        <Col span={12}>
          <Form.Item label="事由" htmlFor="purpose" required>
            <Input
              id="purpose"
              autoComplete="off"
              value={draft.purpose}
              onChange={({ target }) => keep({ purpose: target.value })}
            />
          </Form.Item>
        </Col>
      </Row>
    </Form>
  );
}
