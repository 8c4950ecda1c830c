import { useQuery } from '@tanstack/react-query';
import { App, Drawer, Form, Typography } from 'antd';
import { api } from '../../../api/client';
import { useDraft } from '../../../frame/draft';
import { usePlace } from '../../../frame/place';
import { useCommand } from '../../../parts/command';
import { DayField } from '../../../parts/fields';
import { amountText } from '../../../parts/typed';
import { FormEnd } from '../../../parts/form-end';
import { Refusal } from '../../../parts/refusal';
import { AmountItem, required } from '../../../parts/voucher-fields';
import { type Freeze, freezesQuery } from './freezes';

interface Props {
  readonly unit: string;
  readonly freezeId: string;
  readonly onClose: () => void;
}

/** 解冻: gives back what is still held, whole or in part. */
export function ReleaseDrawer({ unit, freezeId, onClose }: Props) {
  const { data } = useQuery(freezesQuery(usePlace()));
  const freeze = data?.find((one) => one.unit === unit && one.freezeId === freezeId);
  return (
    <Drawer open title={`解冻 ${freezeId}`} size={480} onClose={onClose}>
      {freeze && <ReleaseForm freeze={freeze} onClose={onClose} />}
    </Drawer>
  );
}

interface Typed {
  readonly amount: string;
  readonly date: string;
}

function ReleaseForm({ freeze: { unit, freezeId, left }, onClose }: { freeze: Freeze; onClose: () => void }) {
  const { year } = usePlace();
  const { message } = App.useApp();
  const draft = useDraft<Typed>(`release.${unit}.${freezeId}`, { amount: amountText(left.yuan), date: '' });
  const command = useCommand<Typed>(
    (body, header) =>
      api.POST('/api/units/{unit}/years/{year}/freezes/{freezeId}/releases', {
        params: { path: { unit, year, freezeId }, header },
        body,
      }),
    () => {
      draft.forget();
      message.success(`已解冻 ${freezeId}。`);
      onClose();
    },
  );
  return (
    <>
      <Typography.Paragraph>仍冻结 {left.yuan} 元</Typography.Paragraph>
      <Refusal error={command.error} />
      <Form<Typed>
        key={draft.formKey}
        layout="vertical"
        initialValues={draft.values}
        onValuesChange={(_, all) => draft.change(all)}
        onFinish={(typed) => command.mutate({ input: typed })}
      >
        <AmountItem label="解冻金额" />
        <Form.Item name="date" label="日期" rules={required('请填写日期')}>
          <DayField />
        </Form.Item>
        <FormEnd draft={draft} busy={command.isPending}>
          记录解冻
        </FormEnd>
      </Form>
    </>
  );
}
