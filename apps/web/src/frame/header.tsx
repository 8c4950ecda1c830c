import { useQuery } from '@tanstack/react-query';
import { Badge, Button, DatePicker, Dropdown, Flex, Layout, Select, Typography } from 'antd';
import dayjs from 'dayjs';
import { useLocation, useNavigate } from 'react-router';
import { api, setSession } from '../api/client';
import { profilesQuery, unitsQuery, yearsQuery } from '../api/queries';
import type { LineState } from '../api/steady-line';
import { useUser } from '../session/session';
import { KnownAtChoice } from './known-at';
import { RECENT_YEARS, rememberProfile, usePlace, useSearch } from './place';

/** Whose year, up to which day, known when, in which province's form; who is signed in; whether the line is up. */
export function Header({ live }: { live: LineState }) {
  return (
    <Layout.Header className="header">
      <Flex align="center" gap={12} wrap>
        <Typography.Text strong className="brand">
          决算
        </Typography.Text>
        <Whose />
        <Until />
        <KnownAtChoice />
        <Form />
        <span role="status" style={{ marginInlineStart: 'auto' }}>
          {live === 'connected' ? (
            <Badge status="success" text="实时" />
          ) : (
            <Badge status="error" text="连接中断，正在重连" />
          )}
        </span>
        <Who />
      </Flex>
    </Layout.Header>
  );
}

function Whose() {
  const { unit, year } = usePlace();
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const { data: units = [] } = useQuery(unitsQuery(year));
  const { data: recorded = [] } = useQuery(yearsQuery);
  const years = [...new Set([...RECENT_YEARS, ...recorded, year])].sort((a, b) => b - a);
  const [, , , ...rest] = pathname.split('/');
  const go = (toUnit: string, toYear: number): void => void navigate(`/${toUnit}/${toYear}/${rest.join('/')}${search}`);
  return (
    <>
      <Select
        aria-label="单位"
        showSearch={{ optionFilterProp: 'label' }}
        style={{ flex: '1 1 180px', maxWidth: 280 }}
        value={unit}
        options={units.map(({ code, name, closed }) => ({
          value: code,
          label: `${code} ${name}${closed ? '（已关账）' : ''}`,
        }))}
        onChange={(code) => go(code, year)}
      />
      <Select
        aria-label="财政年度"
        style={{ width: 96 }}
        value={year}
        options={years.map((each) => ({ value: each, label: `${each}年` }))}
        onChange={(chosen) => go(unit, chosen)}
      />
    </>
  );
}

/** 截至: any day of the year; empty for everything recorded. */
function Until() {
  const { year, asOf } = usePlace();
  const change = useSearch();
  return (
    <DatePicker
      aria-label="截至日期"
      placeholder="截至今天"
      style={{ width: 132 }}
      value={asOf === undefined ? null : dayjs(asOf)}
      minDate={dayjs(`${year}-01-01`)}
      maxDate={dayjs(`${year}-12-31`)}
      onChange={(day) => change({ asOf: day?.format('YYYY-MM-DD') })}
    />
  );
}

function Form() {
  const { profile } = usePlace();
  const change = useSearch();
  const { data = [] } = useQuery(profilesQuery);
  return (
    <Select
      aria-label="公开格式"
      style={{ flex: '1 1 150px', maxWidth: 240 }}
      value={profile}
      options={data.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(id) => {
        rememberProfile(id);
        change({ profile: id });
      }}
    />
  );
}

function Who() {
  const user = useUser();
  const leave = async (): Promise<void> => {
    await api.POST('/api/sign-out', { headers: { 'X-Juesuan': '1' } });
    setSession(null);
  };
  const items = [{ key: 'leave', label: '退出登录', onClick: () => void leave() }];
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button type="text">{user.displayName}</Button>
    </Dropdown>
  );
}
