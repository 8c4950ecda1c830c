import { Button, Popconfirm, Space, Table, type TableColumnsType, Tag } from 'antd';
import { useWords } from '../../../api/queries';
import { recorded } from '../../../parts/instant';
import type { User } from './commands';

interface Acts {
  readonly onEdit: (user: User) => void;
  readonly onDisable: (user: User) => void;
  readonly onReset: (user: User) => void;
}

export function UserTable({ users, busy, ...acts }: { users: readonly User[]; busy: boolean } & Acts) {
  const word = useWords();
  return (
    <Table<User>
      size="small"
      rowKey="name"
      loading={busy}
      dataSource={[...users]}
      columns={columns((role) => word('roles', role), acts)}
      scroll={{ x: 960 }}
      pagination={users.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
    />
  );
}

const columns = (roleName: (role: string) => string, acts: Acts): TableColumnsType<User> => [
  { key: 'name', title: '用户名', width: 140, render: (_, { name }) => name },
  { key: 'displayName', title: '姓名', width: 140, render: (_, { displayName }) => displayName },
  { key: 'roles', title: '角色', width: 150, render: (_, { roles }) => roles.map(roleName).join('、') },
  { key: 'units', title: '单位', ellipsis: true, render: (_, { units }) => units.join('、') },
  { key: 'state', title: '状态', width: 130, render: (_, user) => <State user={user} /> },
  {
    key: 'last',
    title: '上次登录',
    width: 140,
    render: (_, { lastSignIn }) => (lastSignIn === null ? '—' : recorded(lastSignIn)),
  },
  { key: 'acts', title: '操作', width: 230, render: (_, user) => <ActsOn user={user} {...acts} /> },
];

function State({ user: { disabled, lockedUntil, mustChangePassword } }: { user: User }) {
  if (disabled) return <Tag>已停用</Tag>;
  if (lockedUntil !== null) return <Tag color="error">锁定至 {recorded(lockedUntil).slice(11)}</Tag>;
  return mustChangePassword ? <Tag>须修改密码</Tag> : <Tag color="blue">正常</Tag>;
}

function ActsOn({ user, onEdit, onDisable, onReset }: { user: User } & Acts) {
  const { name, disabled } = user;
  const question = disabled ? `恢复 ${name}？` : `停用 ${name}？此人将立即退出，不能再登录。`;
  return (
    <Space size={4}>
      <Button size="small" type="link" aria-label={`修改 ${name}`} onClick={() => onEdit(user)}>
        修改
      </Button>
      <Popconfirm title={`给 ${name} 新的一次性密码？原密码立即失效。`} onConfirm={() => onReset(user)}>
        <Button size="small" type="link" aria-label={`重设密码 ${name}`}>
          重设密码
        </Button>
      </Popconfirm>
      <Popconfirm title={question} onConfirm={() => onDisable(user)}>
        <Button size="small" type="link" aria-label={`${disabled ? '恢复' : '停用'} ${name}`}>
          {disabled ? '恢复' : '停用'}
        </Button>
      </Popconfirm>
    </Space>
  );
}
