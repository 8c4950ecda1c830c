import { App, Button, Drawer, Form, Input } from 'antd';
import { api } from '../../../api/client';
import { useDraft } from '../../../frame/draft';
import { usePlace } from '../../../frame/place';
import { useCommand } from '../../../parts/command';
import { DayField } from '../../../parts/fields';
import { LineBalance, LinePicker } from '../../../parts/line-picker';
import { Refusal } from '../../../parts/refusal';
import { AmountItem, required } from '../../../parts/voucher-fields';
import { lineNamed } from '../../lines/lines';

interface Typed {
  readonly line: string;
  readonly freezeId: string;
  readonly amount: string;
  readonly date: string;
  readonly purpose: string;
}

const EMPTY: Typed = { line: '', freezeId: '', amount: '', date: '', purpose: '' };

/** 冻结: holds part of a line's quota for a contract or a purchase. */
export function FreezeDrawer({ onClose }: { onClose: () => void }) {
  const { year } = usePlace();
  const { message } = App.useApp();
  const draft = useDraft<Typed>('freeze', EMPTY);
  const command = useCommand<Typed>(
    ({ line, freezeId, ...typed }, headers) => {
      const at = lineNamed(line);
      if (at === null) throw new Error('no line was picked');
      return api.POST('/api/units/{unit}/years/{year}/freezes', {
        params: { path: { unit: at.unit, year } },
        headers,
        body: { ...typed, line: at.line, freezeId: freezeId.trim() },
      });
    },
    ({ freezeId }) => {
      draft.forget();
      message.success(`已冻结，编号 ${freezeId}；支付时填上这个编号，就从冻结的额度里付。`);
      onClose();
    },
  );
  return (
    <Drawer open title="冻结额度" size={560} onClose={onClose}>
      <Refusal error={command.error} />
      <Form<Typed>
        layout="vertical"
        initialValues={draft.values}
        onValuesChange={(_, all) => draft.change(all)}
        onFinish={(typed) => command.mutate({ input: typed })}
      >
        <FreezeFields line={draft.values.line} />
        <Button type="primary" htmlType="submit" loading={command.isPending} block>
          冻结
        </Button>
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
