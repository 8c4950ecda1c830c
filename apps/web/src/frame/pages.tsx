import {
  AccountBookOutlined,
  AuditOutlined,
  BarChartOutlined,
  FileTextOutlined,
  FundOutlined,
  PayCircleOutlined,
  SettingOutlined,
  SwapOutlined,
} from '@ant-design/icons';
import { type ComponentType, lazy, type ReactNode } from 'react';

interface PageEntry {
  readonly path: string;
  readonly title: string;
  readonly icon: ReactNode;
  readonly load: () => Promise<{ default: ComponentType }>;
}

/** Where everybody arrives. */
export const FIRST_PAGE = 'overview';

/** Every page, in the order of the day's work. */
const ENTRIES: readonly PageEntry[] = [
  {
    path: 'overview',
    title: '总览',
    icon: <BarChartOutlined />,
    load: () => import('../pages/overview/overview-page'),
  },
  {
    path: 'monitoring',
    title: '监测',
    icon: <FundOutlined />,
    load: () => import('../pages/monitoring/monitoring-page'),
  },
  {
    path: 'lines',
    title: '指标',
    icon: <AccountBookOutlined />,
    load: () => import('../pages/lines/lines-page'),
  },
  {
    path: 'adjustments',
    title: '调整',
    icon: <SwapOutlined />,
    load: () => import('../pages/adjustments/adjustments-page'),
  },
  {
    path: 'payments',
    title: '支付',
    icon: <PayCircleOutlined />,
    load: () => import('../pages/payments/payments-page'),
  },
  {
    path: 'account',
    title: '决算',
    icon: <FileTextOutlined />,
    load: () => import('../pages/account/account-page'),
  },
  {
    path: 'audit',
    title: '审计',
    icon: <AuditOutlined />,
    load: () => import('../pages/audit/audit-page'),
  },
  {
    path: 'settings',
    title: '设置',
    icon: <SettingOutlined />,
    load: () => import('../pages/settings/settings-page'),
  },
];

/** Each page is fetched when it is first opened. */
export const pages = ENTRIES.map(({ load, ...entry }) => ({ ...entry, Component: lazy(load) }));

/** The page an address names. */
export const pageIn = (address: string): string => address.split('/')[3] ?? '';

/** The page one arrives at is on its way while the frame around it is drawn. */
void ENTRIES.find(({ path }) => path === (pageIn(location.pathname) || FIRST_PAGE))?.load();
