import { App, Drawer, Form, Input } from 'antd';
import { api } from '../../../api/client';
import { useDraft } from '../../../frame/draft';
import { usePlace } from '../../../frame/place';
import { useCommand } from '../../../parts/command';
import { DayField } from '../../../parts/fields';
import { FormEnd } from '../../../parts/form-end';
import { LineBalance, LinePicker } from '../../../parts/line-picker';
import { Refusal } from '../../../parts/refusal';
import { type Seen, useSeen } from '../../../parts/seen';
import { AmountItem, required } from '../../../parts/voucher-fields';
import { lineNamed } from '../../lines/lines';

interface Typed extends Seen {
  readonly line: string;
  readonly freezeId: string;
  readonly amount: string;
  readonly date: string;
  readonly purpose: string;
}

const EMPTY: Typed = { line: '', freezeId: '', amount: '', date: '', purpose: '', seen: null };

/** 冻结: holds part of a line's quota for a contract or a purchase. */
export function FreezeDrawer({ onClose }: { onClose: () => void }) {
  const { year } = usePlace();
  const { message } = App.useApp();
  const draft = useDraft<Typed>('freeze', EMPTY);
  const { line } = draft.values;
  const { seen, error, anew } = useSeen(draft, lineNamed(line)?.unit ?? '', line);
  const command = useCommand<Typed>(
    (typed, header) => {
      const at = lineNamed(typed.line);
      if (at === null) throw new Error('no line was picked');
      const { freezeId, amount, date, purpose } = typed;
      return api.POST('/api/units/{unit}/years/{year}/freezes', {
        params: { path: { unit: at.unit, year }, header },
        body: { line: at.line, freezeId: freezeId.trim(), amount, date, purpose },
      });
    },
    ({ freezeId }) => {
      draft.forget();
      message.success(`已冻结，编号 ${freezeId}；支付时填上这个编号，就从冻结的额度里付。`);
      onClose();
    },
  );
  const send = (now: number | typeof anew): void => command.mutate({ input: draft.values, seen: now });
  return (
    <Drawer open title="冻结额度" size={560} onClose={onClose}>
      <Refusal error={command.error ?? error} onSendAgain={() => send(anew)} />
      <Form<Typed>
        key={draft.formKey}
        layout="vertical"
        initialValues={draft.values}
        onValuesChange={(_, all) => draft.change(all)}
        onFinish={() => seen !== null && send(seen)}
      >
        <FreezeFields line={line} />
        <FormEnd draft={draft} busy={command.isPending} disabled={line !== '' && seen === null}>
          冻结
        </FormEnd>
      </Form>
    </Drawer>
  );
}

const FreezeFields = ({ line }: { line: string }) => (
  <>
    <Form.Item name="line" label="指标" rules={required('请选择指标')} extra={<LineBalance address={line} />}>
      <LinePicker />
    </Form.Item>
    <Form.Item name="freezeId" label="合同或采购编号" rules={required('请填写编号')}>
      <Input autoComplete="off" />
    </Form.Item>
    <AmountItem label="冻结金额" />
    <Form.Item name="date" label="日期" rules={required('请填写日期')}>
      <DayField />
    </Form.Item>
    <Form.Item name="purpose" label="事由" rules={required('请填写事由')}>
      <Input autoComplete="off" />
    </Form.Item>
  </>
);
