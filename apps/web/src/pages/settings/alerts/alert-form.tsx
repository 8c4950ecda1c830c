import { App, Flex, Form, Table, type TableColumnsType, Typography } from 'antd';
import { api } from '../../../api/client';
import { useDraft } from '../../../frame/draft';
import { usePlace } from '../../../frame/place';
import { revisionOf, useCommand } from '../../../parts/command';
import { FormEnd } from '../../../parts/form-end';
import { Refusal } from '../../../parts/refusal';
import { OnOff, Whole } from './controls';
import { LIMITS, MONTHS, type Rule, settingsIn, type Typed, typedOf, type Watching } from './watching';

interface Props {
  readonly watching: Watching;
  readonly mayChange: boolean;
}

/** A row per rule and the target curve by month; what was typed and not saved survives a reload. */
export function AlertForm({ watching, mayChange }: Props) {
  const { unit, year } = usePlace();
  const { rules } = watching;
  const draft = useDraft<Typed>('alerts', typedOf(watching));
  const { values, change } = draft;
  const saving = useSaving(rules, draft.forget);
  const anew = async (): Promise<number> => {
    const seen = await revisionOf(unit, year);
    change({ seen });
    return seen;
  };
  return (
    <Form<Typed>
      key={draft.formKey}
      initialValues={values}
      onValuesChange={(_, typed) => change(typed)}
      onFinish={(typed) => saving.mutate({ input: typed, seen: values.seen })}
    >
      <Table<Rule>
        size="small"
        rowKey="rule"
        columns={columns(mayChange)}
        dataSource={rules}
        pagination={false}
        scroll={{ x: 860 }}
        style={{ marginBottom: 16 }}
      />
      <Curve mayChange={mayChange} />
      <Refusal error={saving.error} onSendAgain={() => saving.mutate({ input: values, seen: anew })} />
      {mayChange && (
        <FormEnd draft={draft} busy={saving.isPending}>
          保存预警设置
        </FormEnd>
      )}
    </Form>
  );
}

function useSaving(rules: readonly Rule[], forget: () => void) {
  const { unit, year } = usePlace();
  const { message } = App.useApp();
  return useCommand<Typed>(
    (typed, header) =>
      api.PUT('/api/units/{unit}/years/{year}/monitoring/settings', {
        params: { path: { unit, year }, header },
        body: settingsIn(typed, rules),
      }),
    () => {
      forget();
      void message.success('已记录，预警随之按新的设置提示。');
    },
  );
}

const columns = (mayChange: boolean): TableColumnsType<Rule> => [
  { title: '规则', dataIndex: 'title', width: 240 },
  {
    title: '启用',
    key: 'on',
    width: 96,
    render: (_, { rule, title }) => (
      <Form.Item name={['on', rule]} noStyle>
        <OnOff label={`启用：${title}`} mayChange={mayChange} />
      </Form.Item>
    ),
  },
  {
    title: '界限',
    key: 'limits',
    render: (_, { rule }) => (
      <Form.Item style={{ margin: 0 }}>
        {' '}
        <Flex gap="4px 32px" wrap>
          {(LIMITS[rule] ?? []).map(({ name, before, after, most }) => (
            <Flex key={name} gap={6} align="center">
              {before}
              <Form.Item name={['limits', name]} noStyle rules={[{ required: true, message: `请填 1–${most} 的整数` }]}>
                <Whole label={`${before}多少${after}`} least={1} most={most} mayChange={mayChange} />
              </Form.Item>
              {after}
            </Flex>
          ))}
          {LIMITS[rule] === undefined && <Typography.Text type="secondary">不设界限</Typography.Text>}
        </Flex>
      </Form.Item>
    ),
  },
];

function Curve({ mayChange }: { mayChange: boolean }) {
  return (
    <section aria-label="目标进度">
      <Typography.Title level={2} style={{ fontSize: 15, marginTop: 0 }}>
        目标进度
      </Typography.Title>
      <Typography.Paragraph type="secondary">
        到月末应支付全年预算数的百分之几；空着的月份由前后两个月份按天数折算。
      </Typography.Paragraph>
      <Flex gap="8px 20px" wrap style={{ marginBottom: 16 }}>
        {MONTHS.map((month) => (
          <Flex key={month} gap={6} align="center" style={{ width: 136 }}>
            <span style={{ width: 36 }}>{month}月</span>
            <Form.Item name={['curve', String(month)]} noStyle>
              <Whole label={`${month}月末目标进度（%）`} least={0} most={100} mayChange={mayChange} />
            </Form.Item>
            %
          </Flex>
        ))}
      </Flex>
    </section>
  );
}
