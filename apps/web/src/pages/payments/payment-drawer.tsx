import { App, Button, Drawer, Form, Input } from 'antd';
import { api, type Schemas } from '../../api/client';
import { useDraft } from '../../frame/draft';
import { usePlace } from '../../frame/place';
import { CodePicker } from '../../parts/codes';
import { revisionOf, useCommand } from '../../parts/command';
import { LineBalance, LinePicker } from '../../parts/line-picker';
import { Refusal } from '../../parts/refusal';
import {
  AmountItem,
  EMPTY_VOUCHER,
  required,
  VoucherFields,
  voucherOf,
  type VoucherTyped,
} from '../../parts/voucher-fields';
import { lineNamed } from '../lines/lines';

interface Typed extends VoucherTyped {
  readonly line: string;
  readonly economicItem: string;
  readonly freezeId: string;
  /** The revision of the line's year when the line was picked. */
  readonly seen: number | null;
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
  const pay = useCommand<Typed>(
    (typed, headers) => {
      const unit = lineNamed(typed.line)?.unit ?? '';
      return api.POST('/api/units/{unit}/years/{year}/payments', {
        params: { path: { unit, year } },
        headers,
        body: bodyOf(typed),
      });
    },
    ({ voucher }) => {
      draft.forget();
      message.success(`已记录支付，凭证号 ${voucher}。`);
      onClose();
    },
  );
  const typed = draft.values;
  const look = async (next: Typed): Promise<number> => revisionOf(lineNamed(next.line)?.unit ?? '', year);
  const changed = (changes: Partial<Typed>, all: Typed): void => {
    const next = { ...typed, ...all };
    draft.keep(next);
    if (changes.line) void look(next).then((seen) => draft.change({ seen }));
  };
  const send = (seen: number | null): void => pay.mutate({ input: typed, ...(seen === null ? {} : { seen }) });
  return (
    <Drawer open title="记录支付" size={560} onClose={onClose}>
      <Refusal
        error={pay.error}
        onSendAgain={() =>
          void look(typed).then((seen) => {
            draft.change({ seen });
            send(seen);
          })
        }
      />
      <Form<Typed> layout="vertical" initialValues={typed} onValuesChange={changed} onFinish={() => send(typed.seen)}>
        <Form.Item name="line" label="指标" rules={required('请选择指标')} extra={<LineBalance address={typed.line} />}>
          <LinePicker />
        </Form.Item>
        <PaymentFields />
        <Form.Item name="freezeId" label="使用的冻结（合同或采购编号，可以没有）">
          <Input autoComplete="off" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={pay.isPending} block>
          记录
        </Button>
      </Form>
    </Drawer>
  );
}

function PaymentFields() {
  return (
    <>
      <Form.Item name="economicItem" label="经济分类科目">
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
