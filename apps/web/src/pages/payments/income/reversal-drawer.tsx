import { App, Drawer, Form, Typography } from 'antd';
import { api } from '../../../api/client';
import { useDraft } from '../../../frame/draft';
import { usePlace } from '../../../frame/place';
import { useCommand } from '../../../parts/command';
import { FormEnd } from '../../../parts/form-end';
import { Refusal } from '../../../parts/refusal';
import { AmountItem, EMPTY_VOUCHER, VoucherFields, voucherOf, type VoucherTyped } from '../../../parts/voucher-fields';

interface Props {
  readonly unit: string;
  readonly voucher: string;
  readonly onClose: () => void;
}

/** 红字冲销: takes back an income that was wrongly booked, whole or in part. */
export function ReversalDrawer({ unit, voucher, onClose }: Props) {
  const { year } = usePlace();
  const { message } = App.useApp();
  const draft = useDraft<VoucherTyped>(`reversal.${unit}.${voucher}`, EMPTY_VOUCHER);
  const command = useCommand<VoucherTyped>(
    (typed, header) =>
      api.POST('/api/units/{unit}/years/{year}/income/{original}/reversals', {
        params: { path: { unit, year, original: voucher }, header },
        body: voucherOf(typed),
      }),
    () => {
      draft.forget();
      message.success(`已冲销凭证 ${voucher}；如须重记，请按正确的登记收入。`);
      onClose();
    },
  );
  return (
    <Drawer open title={`红字冲销凭证 ${voucher}`} size={560} onClose={onClose}>
      <Typography.Paragraph type="secondary">原凭证不删除：冲回全部或一部分，再按正确的重新登记。</Typography.Paragraph>
      <Refusal error={command.error} />
      <Form<VoucherTyped>
        key={draft.formKey}
        layout="vertical"
        initialValues={draft.values}
        onValuesChange={(_, all) => draft.change(all)}
        onFinish={(typed) => command.mutate({ input: typed })}
      >
        <AmountItem label="冲回金额" />
        <VoucherFields label="红字凭证号" />
        <FormEnd draft={draft} busy={command.isPending}>
          记录冲销
        </FormEnd>
      </Form>
    </Drawer>
  );
}
