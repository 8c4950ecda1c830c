import { App, Drawer, Form, Input } from 'antd';
import { api, type Schemas } from '../../api/client';
import { useDraft } from '../../frame/draft';
import { usePlace } from '../../frame/place';
import { CodePicker } from '../../parts/codes';
import { useCommand } from '../../parts/command';
import { FormEnd } from '../../parts/form-end';
import { LineBalance, LinePicker } from '../../parts/line-picker';
import { Refusal } from '../../parts/refusal';
import { type Seen, useSeen } from '../../parts/seen';
import {
  AmountItem,
  EMPTY_VOUCHER,
  required,
  VoucherFields,
  voucherOf,
  type VoucherTyped,
} from '../../parts/voucher-fields';
import { lineNamed } from '../lines/lines';

interface Typed extends VoucherTyped, Seen {
  readonly line: string;
  readonly economicItem: string;
  readonly freezeId: string;
}

const EMPTY: Typed = {
  line: '',
  economicItem: '',
  ...EMPTY_VOUCHER,
  freezeId: '',
  seen: null,
};

/** Records a payment. What is typed survives a reload; a line that moved meanwhile is told before anything is recorded. */
export function PaymentDrawer({ onClose }: { onClose: () => void }) {
  const { year } = usePlace();
  const { message } = App.useApp();
  const draft = useDraft('payment', EMPTY);
  const { values: typed } = draft;
  const { seen, error, anew } = useSeen(draft, lineNamed(typed.line)?.unit ?? '', typed.line);
  const pay = useCommand<Typed>(
    (input, header) => {
      const unit = lineNamed(input.line)?.unit ?? '';
      return api.POST('/api/units/{unit}/years/{year}/payments', {
        params: { path: { unit, year }, header },
        body: bodyOf(input),
      });
    },
    ({ voucher }) => {
      draft.forget();
      message.success(`已记录支付，凭证号 ${voucher}。`);
      onClose();
    },
  );
  const send = (now: number | typeof anew): void => pay.mutate({ input: typed, seen: now });
  return (
    <Drawer open title="记录支付" size={560} onClose={onClose}>
      <Refusal error={pay.error ?? error} onSendAgain={() => send(anew)} />
      <Form<Typed>
        key={draft.formKey}
        layout="vertical"
        initialValues={typed}
        onValuesChange={(_, all) => draft.change(all)}
        onFinish={() => seen !== null && send(seen)}
      >
        <Form.Item name="line" label="指标" rules={required('请选择指标')} extra={<LineBalance address={typed.line} />}>
          <LinePicker />
        </Form.Item>
        <PaymentFields line={typed.line} />
        <Form.Item name="freezeId" label="使用的冻结（合同或采购编号，可以没有）">
          <Input autoComplete="off" />
        </Form.Item>
        <FormEnd draft={draft} busy={pay.isPending} disabled={typed.line !== '' && seen === null}>
          记录
        </FormEnd>
      </Form>
    </Drawer>
  );
}

/** Basic and project money is always spent on something: only other kinds of money may leave the economic item open. */
function PaymentFields({ line }: { line: string }) {
  const kind = lineNamed(line)?.line.kind;
  const isNeeded = kind === undefined || kind === 'basic' || kind === 'project';
  return (
    <>
      <Form.Item name="economicItem" label="经济分类科目" rules={isNeeded ? required('请选择经济分类科目') : []}>
        <CodePicker book="economic" digits={5} label="经济分类科目" />
      </Form.Item>
      <AmountItem label="金额" />
      <VoucherFields />
    </>
  );
}

function bodyOf({ line, economicItem, freezeId, ...typed }: Typed): Schemas['PaymentDto'] {
  const at = lineNamed(line);
  if (at === null) throw new Error('no line was picked');
  return {
    line: at.line,
    ...voucherOf(typed),
    ...(economicItem ? { economicItem } : {}),
    ...(freezeId?.trim() ? { freezeId: freezeId.trim() } : {}),
  };
}
