import { useQuery } from '@tanstack/react-query';
import { App, Descriptions, Drawer, Form, Skeleton } from 'antd';
import { api, type Schemas } from '../../api/client';
import { useDraft } from '../../frame/draft';
import { usePlace } from '../../frame/place';
import { CodePicker, useCodes } from '../../parts/codes';
import { useCommand } from '../../parts/command';
import { Failure } from '../../parts/failure';
import { amountText } from '../../parts/typed';
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
import { lineAddress, lineNamed } from '../lines/lines';
import { standingQuery } from './payments';

type Standing = Schemas['StandingPaymentDto'];
type What = 'refund' | 'correction';

interface Props {
  readonly what: What;
  readonly unit: string;
  readonly voucher: string;
  readonly onClose: () => void;
}

const TITLE: Readonly<Record<What, string>> = { refund: '退回', correction: '更正' };

/** 退回 and 更正 of a payment: both begin from where its money stands now. */
export function CorrectionDrawer({ what, unit, voucher, onClose }: Props) {
  const { year } = usePlace();
  const { data: standing, error } = useQuery(standingQuery(unit, year, voucher));
  return (
    <Drawer open title={`${TITLE[what]}凭证 ${voucher}`} size={560} onClose={onClose}>
      <Failure error={error} />
      {standing ? (
        <>
          <Standing of={standing} unit={unit} />
          <CorrectionForm what={what} unit={unit} voucher={voucher} standing={standing} onClose={onClose} />
        </>
      ) : (
        !error && <Skeleton active />
      )}
    </Drawer>
  );
}

function Standing({ of: { line, economicItem, remaining }, unit }: { of: Standing; unit: string }) {
  const functional = useCodes('functional');
  const economic = useCodes('economic');
  const items = [
    {
      key: 'line',
      label: '现记在',
      children: `${unit} ${line.item} ${functional.get(line.item) ?? ''} ${line.project}`,
    },
    {
      key: 'economic',
      label: '经济分类',
      children: economicItem === null ? '（空）' : `${economicItem} ${economic.get(economicItem) ?? ''}`,
    },
    { key: 'remaining', label: '尚余', children: <span className="figure">{remaining.yuan} 元</span> },
  ];
  return <Descriptions size="small" bordered column={1} items={items} style={{ marginBottom: 16 }} />;
}

interface Typed extends VoucherTyped, Seen {
  readonly line: string;
  readonly economicItem: string;
}

function CorrectionForm({ what, unit, voucher, standing, onClose }: Props & { standing: Standing }) {
  const { year } = usePlace();
  const { message } = App.useApp();
  const draft = useDraft<Typed>(`${what}.${unit}.${voucher}`, {
    line: lineAddress({ unit, line: standing.line }),
    economicItem: standing.economicItem ?? '',
    ...EMPTY_VOUCHER,
    amount: amountText(standing.remaining.yuan),
    seen: null,
  });
  const typed = draft.values;
  const { seen, error, anew } = useSeen(draft, unit, voucher);
  const send = useCommand<Typed>(
    (input, header) => {
      const options = {
        params: { path: { unit, year, original: voucher }, header },
        body: bodyOf(input, standing),
      };
      return what === 'refund'
        ? api.POST('/api/units/{unit}/years/{year}/payments/{original}/refunds', options)
        : api.POST('/api/units/{unit}/years/{year}/payments/{original}/reclassifications', options);
    },
    () => {
      draft.forget();
      message.success(`已记录凭证 ${voucher} 的${TITLE[what]}。`);
      onClose();
    },
  );
  return (
    <>
      <Refusal error={send.error ?? error} onSendAgain={() => send.mutate({ input: typed, seen: anew })} />
      <Form<Typed>
        key={draft.formKey}
        layout="vertical"
        initialValues={typed}
        onValuesChange={(_, all) => draft.change(all)}
        onFinish={() => seen !== null && send.mutate({ input: typed, seen })}
      >
        {what === 'correction' ? (
          <Whereto unit={unit} standing={standing} line={typed.line} />
        ) : (
          <AmountItem label="退回金额" />
        )}
        <VoucherFields label={`${TITLE[what]}凭证号`} />
        <FormEnd draft={draft} busy={send.isPending} disabled={seen === null}>
          {`记录${TITLE[what]}`}
        </FormEnd>
      </Form>
    </>
  );
}

function Whereto({ unit, standing, line }: { unit: string; standing: Standing; line: string }) {
  return (
    <>
      <Form.Item name="line" label="更正到指标" rules={required('请选择指标')} extra={<LineBalance address={line} />}>
        <LinePicker label="更正到指标" unit={unit} fundSource={standing.line.fundSource} />
      </Form.Item>
      <Form.Item name="economicItem" label="更正到经济分类科目">
        <CodePicker book="economic" digits={5} label="更正到经济分类科目" />
      </Form.Item>
    </>
  );
}

function bodyOf({ line, economicItem, ...typed }: Typed, standing: Standing): Schemas['CorrectionDto'] {
  return {
    line: lineNamed(line)?.line ?? standing.line,
    ...(economicItem ? { economicItem } : {}),
    ...voucherOf(typed),
  };
}
