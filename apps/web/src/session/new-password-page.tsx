import { Alert, Button, Card, Flex, Form, Input, Typography } from 'antd';
import { useState } from 'react';
import { api, setSession } from '../api/client';

interface Given {
  readonly current: string;
  readonly next: string;
  readonly repeated: string;
}

/** Whoever has a one-time password chooses her own before anything else. */
export function NewPasswordPage() {
  const [failure, setFailure] = useState<string | null>(null);
  const change = async ({ current, next }: Given): Promise<void> => {
    try {
      const { data } = await api.POST('/api/me/password', { body: { current, next } });
      setSession(data ?? null);
    } catch (error) {
      setFailure((error as Error).message);
    }
  };
  return (
    <Flex justify="center" align="center" component="main" style={{ minHeight: '100vh', background: '#f3f6fa' }}>
      <Card style={{ width: 420 }}>
        <Typography.Title level={1} style={{ fontSize: 22, marginTop: 0 }}>
          请设置自己的密码
        </Typography.Title>
        <Form<Given> layout="vertical" onFinish={(given) => void change(given)} requiredMark={false}>
          <Form.Item name="current" label="一次性密码" rules={[{ required: true, message: '请输入一次性密码' }]}>
            <Input.Password autoFocus autoComplete="current-password" />
          </Form.Item>
          <Form.Item name="next" label="新密码（至少 10 个字）" rules={[{ required: true, message: '请输入新密码' }]}>
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <Form.Item
            name="repeated"
            label="再输入一次"
            dependencies={['next']}
            rules={[
              ({ getFieldValue }) => ({
                validator: (_, value) =>
                  value === getFieldValue('next') ? Promise.resolve() : Promise.reject(new Error('两次输入不一致')),
              }),
            ]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          {failure !== null && <Alert type="error" title={failure} style={{ marginBottom: 16 }} role="alert" />}
          <Button type="primary" htmlType="submit" block>
            保存并继续
          </Button>
        </Form>
      </Card>
    </Flex>
  );
}
