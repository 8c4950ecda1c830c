import { Form, Input } from 'antd';
import { AmountField, DayField } from './fields';

/** What every voucher says: how much, when, its number and what for; as names of a form's fields. */
export interface VoucherTyped {
  readonly amount: string;
  readonly date: string;
  readonly voucher: string;
  readonly summary: string;
}

export const EMPTY_VOUCHER: VoucherTyped = { amount: '', date: '', voucher: '', summary: '' };

export const required = (message: string) => [{ required: true, message }];

/** The voucher as the service takes it. */
export const voucherOf = ({ amount, date, voucher, summary }: VoucherTyped): VoucherTyped => ({
  amount,
  date,
  voucher: voucher.trim(),
  summary: summary ?? '',
});

export const AmountItem = ({ label }: { label: string }) => (
  <Form.Item name="amount" label={label} rules={required('请填写金额')}>
    <AmountField label={label} />
  </Form.Item>
);

/** The day, the number and the words of a voucher. */
export const VoucherFields = ({ label = '凭证号' }: { label?: string }) => (
  <>
    <Form.Item name="date" label="日期" rules={required('请填写日期')}>
      <DayField />
    </Form.Item>
    <Form.Item name="voucher" label={label} rules={required('请填写凭证号')}>
      <Input autoComplete="off" />
    </Form.Item>
    <Form.Item name="summary" label="摘要">
      <Input autoComplete="off" />
    </Form.Item>
  </>
);
