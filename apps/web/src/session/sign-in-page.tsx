import { Alert, Button, Card, Flex, Form, Input, Typography } from 'antd';
import { useState } from 'react';
import { api, sessionHasExpired, setSession } from '../api/client';
import { isAnythingKept } from '../frame/draft';

interface Given {
  readonly name: string;
  readonly password: string;
}

/** 登录. */
export function SignInPage() {
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const signIn = async (given: Given): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      const { data } = await api.POST('/api/sign-in', { body: given });
      setSession(data ?? null);
    } catch (error) {
      setFailure((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Flex justify="center" align="center" component="main" style={{ minHeight: '100vh', background: '#f3f6fa' }}>
      <Card style={{ width: 380 }}>
        <Typography.Title level={1} style={{ fontSize: 26, marginTop: 0 }}>
          决算
        </Typography.Title>
        <Typography.Paragraph type="secondary">记下发生的事项，账目、说明和核对由此算出。</Typography.Paragraph>
        {sessionHasExpired() && <Expired />}
        <Form<Given> layout="vertical" onFinish={(given) => void signIn(given)} requiredMark={false}>
          <Form.Item name="name" label="用户名" rules={[{ required: true, message: '请输入用户名' }]}>
            <Input autoFocus autoComplete="username" />
          </Form.Item>
          <Form.Item name="password" label="密码" rules={[{ required: true, message: '请输入密码' }]}>
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          {failure !== null && <Alert type="error" title={failure} style={{ marginBottom: 16 }} role="alert" />}
          <Button type="primary" htmlType="submit" block loading={busy}>
            登录
          </Button>
        </Form>
      </Card>
    </Flex>
  );
}

/** The session ended by itself, perhaps in the midst of a form. */
const Expired = () => (
  <Alert
    type="info"
    showIcon
    style={{ marginBottom: 16 }}
    title={isAnythingKept() ? '登录已过期，请重新登录；没有保存的内容还在。' : '登录已过期，请重新登录。'}
  />
);
