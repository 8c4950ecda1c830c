import { Card, Tabs } from 'antd';
import { type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useSearch } from '../../frame/place';
import { PageHead } from '../../parts/page-head';
import { useHasRole } from '../../session/session';
import { Alerts } from './alerts/alerts';
import { Codes } from './codes/codes';
import { Maintenance } from './maintenance';
import { OwnAccount } from './own-account';
import { Units } from './units/units';
import { UserLog } from './users/user-log';
import { Users } from './users/users';

interface Tab {
  readonly key: string;
  readonly label: string;
  readonly children: ReactNode;
}

const OWN: readonly Tab[] = [
  { key: 'me', label: '我的账号', children: <OwnAccount /> },
  { key: 'alerts', label: '预警', children: <Alerts /> },
  { key: 'codes', label: '科目编码', children: <Codes /> },
];

const ADMINISTRATION: readonly Tab[] = [
  { key: 'users', label: '用户', children: <Users /> },
  { key: 'log', label: '用户日志', children: <UserLog /> },
  { key: 'units', label: '单位与年度', children: <Units /> },
  { key: 'alerts', label: '预警', children: <Alerts /> },
  { key: 'codes', label: '科目编码', children: <Codes /> },
  { key: 'maintenance', label: '维护', children: <Maintenance /> },
  { key: 'me', label: '我的账号', children: <OwnAccount /> },
];

/** 设置: administrators look after users, units, alerts, codes and the read store; others after their own account. */
export default function SettingsPage() {
  const [search] = useSearchParams();
  const change = useSearch();
  const tabs = useHasRole('administrator') ? ADMINISTRATION : OWN;
  const chosen = tabs.find(({ key }) => key === search.get('tab')) ?? tabs[0];
  return (
    <>
      <PageHead title="设置" />
      <Card size="small">
        <Tabs
          activeKey={chosen?.key ?? ''}
          items={tabs.map((tab) => ({ ...tab, destroyOnHidden: true }))}
          onChange={(tab) => change({ tab })}
        />
      </Card>
    </>
  );
}
