import { Alert, Modal, Typography } from 'antd';
import type { OneTimePassword } from './commands';

/** A one-time password, shown this once. */
export function OneTime({ shown, onClose }: { shown: OneTimePassword | null; onClose: () => void }) {
  return (
    <Modal
      open={shown !== null}
      title={`${shown?.name ?? ''} 的一次性密码`}
      okText="已经记下"
      onOk={onClose}
      onCancel={onClose}
      mask={{ closable: false }}
      cancelButtonProps={{ style: { display: 'none' } }}
      destroyOnHidden
    >
      <Alert type="warning" showIcon title="密码只显示这一次。请交给本人，登录后须立即修改。" />
      <Typography.Paragraph copyable code style={{ fontSize: 20, textAlign: 'center', margin: '20px 0 0' }}>
        {shown?.password ?? ''}
      </Typography.Paragraph>
    </Modal>
  );
}
