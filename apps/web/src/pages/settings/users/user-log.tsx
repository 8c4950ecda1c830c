import { queryOptions, useQuery } from '@tanstack/react-query';
import { Empty, Table, type TableColumnsType } from 'antd';
import { api, type Schemas } from '../../../api/client';
import { useWords } from '../../../api/queries';
import { Failure } from '../../../parts/failure';
import { recorded } from '../../../parts/instant';

type Entry = Schemas['LogEntryDto'];

const MOST = 1000;

const logQuery = queryOptions({
  queryKey: ['users', 'log'],
  queryFn: async () => (await api.GET('/api/users/log', { params: { query: { limit: MOST } } })).data ?? [],
});

const ACTIONS: Readonly<Record<Entry['action'], string>> = {
  'user-created': '新建用户',
  'user-changed': '修改用户',
  'password-reset': '重设密码',
  'password-changed': '修改密码',
  'signed-out-everywhere': '退出所有设备',
  'token-reused': '登录凭据被重复使用，已作废',
  restored: '由备份恢复，全部重新登录',
};

/** 用户管理日志: who changed what about whom, the newest first; nothing in it can be changed or removed. */
export function UserLog() {
  const { data = [], error, isPending } = useQuery(logQuery);
  const word = useWords();
  return (
    <>
      <Failure error={error} />
      <Table<Entry>
        size="small"
        rowKey={({ at, by, whom, action }) => [at, by, whom, action].join('|')}
        loading={isPending}
        dataSource={data}
        columns={columnsFor((role) => word('roles', role))}
        scroll={{ x: 760 }}
        pagination={data.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
        locale={{ emptyText: <Empty description="还没有记录；新建、修改用户和重设密码都会记在这里。" /> }}
      />
    </>
  );
}

const columnsFor = (roleName: (role: string) => string): TableColumnsType<Entry> => [
  { key: 'at', title: '时间', width: 150, render: (_, { at }) => recorded(at) },
  { key: 'by', title: '谁', width: 130, render: (_, { by }) => by },
  { key: 'action', title: '做了什么', width: 200, render: (_, { action }) => ACTIONS[action] },
  { key: 'whom', title: '对谁', width: 130, render: (_, { whom }) => whom || '所有用户' },
  { key: 'detail', title: '现在是', render: (_, entry) => nowIs(entry, roleName) },
];

/** What the entry says the user is now: 角色、单位、停用. */
function nowIs({ detail: { roles, units, disabled } }: Entry, roleName: (role: string) => string): string {
  const named = (list: unknown): string[] => (Array.isArray(list) ? list.map(String) : []);
  return [named(roles).map(roleName).join('、'), named(units).join('、'), disabled === true ? '已停用' : '']
    .filter(Boolean)
    .join('；');
}
