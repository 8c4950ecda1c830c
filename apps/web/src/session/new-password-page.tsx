import { Card, Flex, Typography } from 'antd';
import { PasswordForm } from './password-form';

/** Whoever has a one-time password chooses her own before anything else. */
export function NewPasswordPage() {
  return (
    <Flex justify="center" align="center" component="main" style={{ minHeight: '100vh', background: '#f3f6fa' }}>
      <Card style={{ width: 420 }}>
        <Typography.Title level={1} style={{ fontSize: 22, marginTop: 0 }}>
          请设置自己的密码
        </Typography.Title>
        <PasswordForm currentLabel="一次性密码" submit="保存并继续" />
      </Card>
    </Flex>
  );
}
