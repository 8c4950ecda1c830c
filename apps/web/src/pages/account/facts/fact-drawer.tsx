import { App, Drawer, Form, Input } from 'antd';
import { api } from '../../../api/client';
import { useDraft } from '../../../frame/draft';
import { usePlace } from '../../../frame/place';
import { useCommand } from '../../../parts/command';
import { AmountField } from '../../../parts/fields';
import { FormEnd } from '../../../parts/form-end';
import { Refusal } from '../../../parts/refusal';
import { type Seen, useSeen } from '../../../parts/seen';
import { type Fact, factId, KINDS } from './facts';
import { Sayings } from './sayings';

interface Props {
  readonly fact: Fact | null;
  readonly onClose: () => void;
}

/** Where a count, an amount or a figure of last year is recorded, beside what was said of it before. */
export function FactDrawer({ fact, onClose }: Props) {
  const title = fact && `${KINDS[fact.of]}：${fact.title}`;
  return (
    <Drawer open={fact !== null} onClose={onClose} size={560} title={title} destroyOnHidden>
      {fact && <FactForm key={factId(fact)} fact={fact} onClose={onClose} />}
    </Drawer>
  );
}

interface Typed extends Seen {
  readonly value: string;
  readonly unit: string;
  readonly note: string;
}

const startOf = ({ said, isAmount, of }: Fact): Typed => ({
  value: said?.now.text ?? said?.now.amount?.yuan ?? '',
  unit: said?.now.unit ?? (isAmount && of === 'disclosure' ? '万元' : ''),
  note: said?.now.note ?? '',
  seen: null,
});

function FactForm({ fact, onClose }: { fact: Fact; onClose: () => void }) {
  const { message } = App.useApp();
  const draft = useDraft<Typed>(`fact/${factId(fact)}`, startOf(fact));
  const looked = useSeen(draft, usePlace().unit);
  const command = useFactCommand(fact, () => {
    draft.forget();
    void message.success('已记录，公开文件已随之更新。');
    onClose();
  });
  const { seen, anew } = looked;
  const send = (now: number | typeof anew): void => command.mutate({ input: draft.values, seen: now });
  return (
    <>
      <Refusal error={command.error ?? looked.error} onSendAgain={() => send(anew)} />
      <Form<Typed>
        key={draft.formKey}
        layout="vertical"
        initialValues={draft.values}
        onValuesChange={(_, typed) => draft.change(typed)}
        onFinish={() => seen !== null && send(seen)}
      >
        {fact.of === 'disclosure' ? <CountFields /> : <AmountOnly />}
        <FormEnd draft={draft} busy={command.isPending} disabled={seen === null}>
          记录
        </FormEnd>
      </Form>
      {fact.said && <Sayings said={fact.said} />}
    </>
  );
}

const AmountOnly = () => (
  <Form.Item name="value" label="金额" rules={[{ required: true, message: '请填写金额' }]}>
    <AmountField />
  </Form.Item>
);

const MEASURES = ['万元', '个', '次', '批次', '人', '人次', '辆', '台（套）', '平方米', '分'];

const CountFields = () => (
  <>
    <Form.Item name="value" label="数值" rules={[{ required: true, whitespace: true, message: '请填写数值' }]}>
      <Input autoComplete="off" className="figure" />
    </Form.Item>
    <Form.Item name="unit" label="计量单位">
      <Input autoComplete="off" list="measures" />
    </Form.Item>
    <datalist id="measures">
      {MEASURES.map((measure) => (
        <option key={measure} value={measure} />
      ))}
    </datalist>
    <Form.Item name="note" label="说明（公开文字中会用到，如会议的内容）">
      <Input.TextArea rows={2} maxLength={500} />
    </Form.Item>
  </>
);

function useFactCommand({ of, name }: Fact, onRecorded: () => void) {
  const path = usePlace();
  return useCommand<Typed>(({ value, unit, note }, header) => {
    if (of === 'disclosure') {
      const params = { path: { ...path, name } };
      const body = { value, unit: unit ?? '', note: note ?? '' };
      return api.PUT('/api/units/{unit}/years/{year}/disclosures/{name}', { params: { ...params, header }, body });
    }
    if (of === 'threePublic') {
      const params = { path: { ...path, kind: name as 'reception' } };
      return api.PUT('/api/units/{unit}/years/{year}/three-public-budget/{kind}', {
        params: { ...params, header },
        body: { amount: value },
      });
    }
    const params = { path: { ...path, document: of, name } };
    return api.PUT('/api/units/{unit}/years/{year}/prior-year/{document}/{name}', {
      params: { ...params, header },
      body: { amount: value },
    });
  }, onRecorded);
}
