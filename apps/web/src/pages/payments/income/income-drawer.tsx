import { useQuery } from '@tanstack/react-query';
import { App, Drawer, Form, Select } from 'antd';
import { api, type Schemas } from '../../../api/client';
import { vocabularyQuery } from '../../../api/queries';
import { useDraft } from '../../../frame/draft';
import { usePlace } from '../../../frame/place';
import { CodePicker } from '../../../parts/codes';
import { useCommand } from '../../../parts/command';
import { FormEnd } from '../../../parts/form-end';
import { useUnitsThatRecord } from '../../../frame/may-record';
import { Refusal } from '../../../parts/refusal';
import {
  AmountItem,
  EMPTY_VOUCHER,
  required,
  VoucherFields,
  voucherOf,
  type VoucherTyped,
} from '../../../parts/voucher-fields';

interface Typed extends VoucherTyped {
  readonly unit: string;
  readonly fundSource: string;
  readonly item: string;
}

const EMPTY: Typed = { ...EMPTY_VOUCHER, unit: '', fundSource: '', item: '' };

/** 登记收入: what was received, from which source, for which item. */
export function IncomeDrawer({ onClose }: { onClose: () => void }) {
  const { year } = usePlace();
  const { message } = App.useApp();
  const units = useUnitsThatRecord();
  const only = units.length === 1 ? (units[0]?.code ?? '') : '';
  const draft = useDraft<Typed>('income', EMPTY);
  const command = useCommand<Typed>(
    ({ unit, fundSource, item, ...voucher }, header) =>
      api.POST('/api/units/{unit}/years/{year}/income', {
        params: { path: { unit: unit || only, year }, header },
        body: { ...voucherOf(voucher), item, fundSource: fundSource as Schemas['IncomeDto']['fundSource'] },
      }),
    ({ voucher }) => {
      draft.forget();
      message.success(`已登记收入，凭证号 ${voucher}。`);
      onClose();
    },
  );
  return (
    <Drawer open title="登记收入" size={560} onClose={onClose}>
      <Refusal error={command.error} />
      <Form<Typed>
        key={draft.formKey}
        layout="vertical"
        initialValues={draft.values}
        onValuesChange={(_, all) => draft.change(all)}
        onFinish={(typed) => command.mutate({ input: typed })}
      >
        {only === '' && (
          <Form.Item name="unit" label="单位" rules={required('请选择单位')}>
            <Select
              aria-label="收入的单位"
              showSearch={{ optionFilterProp: 'label' }}
              options={units.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
            />
          </Form.Item>
        )}
        <Source />
        <AmountItem label="金额" />
        <VoucherFields />
        <FormEnd draft={draft} busy={command.isPending}>
          登记
        </FormEnd>
      </Form>
    </Drawer>
  );
}

function Source() {
  const { data: words } = useQuery(vocabularyQuery);
  return (
    <>
      <Form.Item name="fundSource" label="收入来源" rules={required('请选择收入来源')}>
        <Select
          aria-label="收入来源"
          options={(words?.fundSources ?? []).map(({ key, name }) => ({ value: key, label: name }))}
        />
      </Form.Item>
      <Form.Item name="item" label="功能分类科目" rules={required('请选择科目')}>
        <CodePicker book="functional" digits={7} label="功能分类科目" />
      </Form.Item>
    </>
  );
}
