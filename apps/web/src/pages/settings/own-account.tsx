import { App, Descriptions, Flex, Typography } from 'antd';
import { useWords } from '../../api/queries';
import { recorded } from '../../parts/instant';
import { PasswordForm } from '../../session/password-form';
import { useUser } from '../../session/session';

/** Who one is here, and one's own password. */
export function OwnAccount() {
  const { name, displayName, roles, units, lastSignIn } = useUser();
  const word = useWords();
  const { message } = App.useApp();
  const items = [
    { key: 'name', label: '用户名', children: name },
    { key: 'display', label: '姓名', children: displayName },
    { key: 'roles', label: '角色', children: roles.map((role) => word('roles', role)).join('、') },
    { key: 'units', label: '单位', children: units.length === 0 ? '—' : units.join('、') },
    { key: 'last', label: '上次登录', children: lastSignIn === null ? '—' : recorded(lastSignIn) },
  ];
  return (
    <Flex gap={40} wrap>
      <Descriptions
        size="small"
        bordered
        column={1}
        items={items}
        style={{ width: 420 }}
        styles={{ label: { width: 110 } }}
      />
      <div style={{ width: 360 }}>
        <Typography.Title level={2} style={{ fontSize: 15, marginTop: 0 }}>
          修改密码
        </Typography.Title>
        <PasswordForm
          currentLabel="现在的密码"
          submit="修改密码"
          onDone={() => void message.success('密码已修改，其他地方的登录已失效。')}
        />
      </div>
    </Flex>
  );
}
