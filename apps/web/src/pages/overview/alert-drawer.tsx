import { Alert as Notice, App, Descriptions, Drawer, Flex, Form, Input, Typography } from 'antd';
import { Link } from 'react-router';
import { api, type CommandHeaders, type Schemas } from '../../api/client';
import { useDraft } from '../../frame/draft';
import { CLOSED, useIsClosed, useMayRecordFor } from '../../frame/may-record';
import { usePlace } from '../../frame/place';
import { useCommand } from '../../parts/command';
import { FormEnd } from '../../parts/form-end';
import { recorded } from '../../parts/instant';
import { Refusal } from '../../parts/refusal';
import { type Alert, LevelTag } from './alert-level';

/** An alert: its figures, what the unit answered and how it was settled; and the form for the next step. */
export function AlertDrawer({ alert, onClose }: { alert: Alert | null; onClose: () => void }) {
  return (
    <Drawer open={alert !== null} onClose={onClose} size={640} title={alert?.title} destroyOnHidden>
      {alert && (
        <Flex vertical gap={16}>
          <Facts of={alert} />
          {alert.answer && <Said title="单位的答复" said={alert.answer} unit={alert.unit} />}
          {alert.settlement && <Said title="了结" said={alert.settlement} unit={alert.unit} />}
          <Next of={alert} onDone={onClose} />
        </Flex>
      )}
    </Drawer>
  );
}

/** The step the alert waits for, where it is hers to take. */
function Next({ of, onDone }: { of: Alert; onDone: () => void }) {
  const mayAnswer = useMayRecordFor()(of.unit) && of.status === 'raised';
  const maySettle = useMayRecordFor(['reviewer'])(of.unit) && of.status !== 'settled';
  const isClosed = useIsClosed(of.unit);
  if (isClosed && (mayAnswer || maySettle)) return <Notice type="info" showIcon title={`${CLOSED}。`} />;
  return (
    <>
      {mayAnswer && <Answer to={of} onDone={onDone} />}
      {maySettle && <Settle of={of} onDone={onDone} />}
    </>
  );
}

function Facts({ of: { level, message, facts, unit, unitName, needsReply, status, again } }: { of: Alert }) {
  const items = [
    { key: 'unit', label: '单位', children: `${unit} ${unitName}` },
    ...facts.map(({ name, title, amount }) => ({ key: name, label: title, children: `${amount.yuan} 元` })),
  ];
  return (
    <>
      <Flex gap={8} align="start">
        <LevelTag level={level} />
        <Typography.Text>{message}</Typography.Text>
      </Flex>
      {again && <Notice type="warning" showIcon title="答复或了结之后情况加重，再次发出。" />}
      {needsReply && status === 'raised' && <Notice type="info" showIcon title="须有单位的书面答复才能了结。" />}
      <Descriptions size="small" bordered column={1} items={items} />
    </>
  );
}

function Said({ title, said, unit }: { title: string; said: Schemas['SaidOfAlertDto']; unit: string }) {
  const { year } = usePlace();
  const { text, actor, recordedAt, reference, message } = said;
  return (
    <section aria-label={title}>
      <Typography.Text strong>{title}</Typography.Text>
      <Typography.Paragraph style={{ margin: '4px 0', whiteSpace: 'pre-wrap' }}>
        {text || '（没有写）'}
      </Typography.Paragraph>
      <Typography.Text type="secondary">
        {actor} · {recorded(recordedAt)} ·{' '}
        <Link className="in-text" to={`/${unit}/${year}/audit?event=${encodeURIComponent(reference)}`}>
          {reference}
        </Link>
        ；当时的预警：{message}
      </Typography.Text>
    </section>
  );
}

interface StepProps {
  readonly name: string;
  readonly label: string;
  readonly button: string;
  readonly isRequired: boolean;
  readonly send: (text: string, header: CommandHeaders) => Promise<unknown>;
  readonly done: () => void;
}

/** Words that take an alert a step further. */
function Step({ name, label, button, isRequired, send, done }: StepProps) {
  const draft = useDraft(name, { text: '' });
  const command = useCommand<string>(send, () => {
    draft.forget();
    done();
  });
  return (
    <Form<{ text: string }>
      key={draft.formKey}
      layout="vertical"
      initialValues={draft.values}
      onValuesChange={(_, typed) => draft.change(typed)}
      onFinish={({ text }) => command.mutate({ input: text.trim() })}
    >
      <Refusal error={command.error} />
      <Form.Item
        name="text"
        label={label}
        rules={[{ required: isRequired, whitespace: isRequired, message: '请写明' }]}
      >
        <Input.TextArea rows={4} maxLength={2000} />
      </Form.Item>
      <FormEnd draft={draft} busy={command.isPending}>
        {button}
      </FormEnd>
    </Form>
  );
}

function Answer({ to: { key, unit }, onDone }: { to: Alert; onDone: () => void }) {
  const { year, asOf: date } = usePlace();
  const { message } = App.useApp();
  const params = { path: { unit, year, key } };
  return (
    <Step
      name={`alert-answer/${key}`}
      label="答复：原因和办法"
      button="答复预警"
      isRequired
      send={(text, header) =>
        api.POST('/api/units/{unit}/years/{year}/monitoring/alerts/{key}/answer', {
          params: { ...params, header },
          body: { text, ...(date === undefined ? {} : { date }) },
        })
      }
      done={() => {
        message.success('已答复，等待审核人了结。');
        onDone();
      }}
    />
  );
}

function Settle({ of: { key, unit }, onDone }: { of: Alert; onDone: () => void }) {
  const { year, asOf: date } = usePlace();
  const { message } = App.useApp();
  const params = { path: { unit, year, key } };
  return (
    <Step
      name={`alert-settle/${key}`}
      label="了结的意见（可以不写）"
      button="了结预警"
      isRequired={false}
      send={(comment, header) =>
        api.POST('/api/units/{unit}/years/{year}/monitoring/alerts/{key}/settle', {
          params: { ...params, header },
          body: { comment, ...(date === undefined ? {} : { date }) },
        })
      }
      done={() => {
        message.success('已了结。');
        onDone();
      }}
    />
  );
}
