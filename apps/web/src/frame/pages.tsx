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
  readonly Component: ComponentType;
}

/** Every page, in the order of the day's work; each is fetched when it is first opened. */
export const pages: readonly PageEntry[] = [
  {
    path: 'overview',
    title: '总览',
    icon: <BarChartOutlined />,
    Component: lazy(() => import('../pages/overview/overview-page')),
  },
  {
    path: 'monitoring',
    title: '监测',
    icon: <FundOutlined />,
    Component: lazy(() => import('../pages/monitoring/monitoring-page')),
  },
  {
    path: 'lines',
    title: '指标',
    icon: <AccountBookOutlined />,
    Component: lazy(() => import('../pages/lines/lines-page')),
  },
  {
    path: 'adjustments',
    title: '调整',
    icon: <SwapOutlined />,
    Component: lazy(() => import('../pages/adjustments/adjustments-page')),
  },
  {
    path: 'payments',
    title: '支付',
    icon: <PayCircleOutlined />,
    Component: lazy(() => import('../pages/payments/payments-page')),
  },
  {
    path: 'account',
    title: '决算',
    icon: <FileTextOutlined />,
    Component: lazy(() => import('../pages/account/account-page')),
  },
  {
    path: 'audit',
    title: '审计',
    icon: <AuditOutlined />,
    Component: lazy(() => import('../pages/audit/audit-page')),
  },
  {
    path: 'settings',
    title: '设置',
    icon: <SettingOutlined />,
    Component: lazy(() => import('../pages/settings/settings-page')),
  },
];
