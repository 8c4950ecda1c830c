import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { api, setSession } from '../api/client';
import { Failure } from '../parts/failure';

interface Given {
  readonly current: string;
  readonly next: string;
  readonly repeated: string;
}

interface Props {
  /** What the password to be replaced is called here. */
  readonly currentLabel: string;
  readonly submit: string;
  readonly onDone?: () => void;
}

/** Changes one's own password; everything else that is signed in as her ends. */
export function PasswordForm({ currentLabel, submit, onDone }: Props) {
  const [failure, setFailure] = useState<Error | null>(null);
  const [form] = Form.useForm<Given>();
  const change = async ({ current, next }: Given): Promise<void> => {
    try {
      const { data } = await api.POST('/api/me/password', { body: { current, next } });
      form.resetFields();
      setFailure(null);
      setSession(data ?? null);
      onDone?.();
    } catch (error) {
      setFailure(error as Error);
    }
  };
  return (
    <Form<Given> form={form} layout="vertical" onFinish={(given) => void change(given)} requiredMark={false}>
      <Form.Item name="current" label={currentLabel} rules={[{ required: true, message: `请输入${currentLabel}` }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item name="next" label="新密码（至少 10 个字）" rules={[{ required: true, message: '请输入新密码' }]}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item name="repeated" label="再输入一次" dependencies={['next']} rules={[sameAsNext]}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Failure error={failure} />
      <Button type="primary" htmlType="submit" block>
        {submit}
      </Button>
    </Form>
  );
}

const sameAsNext = ({ getFieldValue }: { getFieldValue: (name: 'next') => unknown }) => ({
  validator: (_: unknown, value: unknown) =>
    value === getFieldValue('next') ? Promise.resolve() : Promise.reject(new Error('两次输入不一致')),
});
