import { App, Form, Input } from 'antd';
import { api } from '../../../api/client';
import { useDraft } from '../../../frame/draft';
import { usePlace } from '../../../frame/place';
import { useCommand } from '../../../parts/command';
import { FormEnd } from '../../../parts/form-end';
import { Refusal } from '../../../parts/refusal';

/** 重新开账: only with a reason; what closing carried out comes back. */
export function ReopenForm() {
  const { unit, year } = usePlace();
  const { message } = App.useApp();
  const draft = useDraft('reopening', { reason: '' });
  const command = useCommand<string>(
    (reason, header) =>
      api.POST('/api/units/{unit}/years/{year}/reopen', {
        params: { path: { unit, year }, header },
        body: { reason },
      }),
    () => {
      draft.forget();
      void message.success('已重新开账：关账时转出的结转和结余已退回各条指标；关账时解冻的没有恢复，见本页。');
    },
  );
  return (
    <Form<{ reason: string }>
      key={draft.formKey}
      layout="vertical"
      style={{ maxWidth: 560 }}
      initialValues={draft.values}
      onValuesChange={(_, typed) => draft.change(typed)}
      onFinish={({ reason }) => command.mutate({ input: reason })}
    >
      <Form.Item
        name="reason"
        label="重新开账的理由"
        rules={[{ required: true, whitespace: true, message: '请写明理由' }]}
      >
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      <Refusal error={command.error} />
      <FormEnd draft={draft} busy={command.isPending}>
        重新开账
      </FormEnd>
    </Form>
  );
}
