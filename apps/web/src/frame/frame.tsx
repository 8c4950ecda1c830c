import { useQueries } from '@tanstack/react-query';
import { Flex, Layout, Menu, Result, Spin } from 'antd';
import { Suspense } from 'react';
import { Link, Navigate, Route, Routes, useLocation, useNavigate } from 'react-router';
import { unitsQuery } from '../api/queries';
import { Faults } from './faults';
import { FirstTasks } from './first-tasks';
import { LookingBack } from './known-at';
import { useLiveUpdates } from './live-updates';
import { Header } from './header';
import { FIRST_PAGE, pageIn, pages } from './pages';
import { YEARS } from './place';
import { useHasRole } from '../session/session';

/** What stands around every page: whose year it is, where one can go, who is signed in, and whether the line is up. */
export function Frame() {
  return (
    <Routes>
      <Route path="/:unit/:year/:page/*" element={<Framed />} />
      <Route path="*" element={<FirstPlace />} />
    </Routes>
  );
}

function Framed() {
  const live = useLiveUpdates();
  const { pathname } = useLocation();
  return (
    <Layout style={{ minHeight: '100vh' }}>
      <Header live={live} />
      <Layout>
        <Layout.Sider width={148} theme="light" breakpoint="lg">
          <Navigation />
        </Layout.Sider>
        <Layout.Content style={{ padding: 20, minWidth: 0 }}>
          {pageIn(pathname) !== SETTINGS && <LookingBack />}
          {pageIn(pathname) === FIRST_PAGE && <FirstTasks />}
          <Faults key={pageIn(pathname)}>
            <Suspense fallback={<Spin style={{ margin: 80 }} />}>
              <Page />
            </Suspense>
          </Faults>
        </Layout.Content>
      </Layout>
    </Layout>
  );
}

/** What is in force now, from whenever one looks. */
const SETTINGS = 'settings';

function Navigation() {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const [, unit, year] = pathname.split('/');
  return (
    <nav aria-label="页面">
      <Menu
        mode="inline"
        style={{ borderInlineEnd: 0, paddingTop: 8 }}
        selectedKeys={[pageIn(pathname)]}
        items={pages.map(({ path, title, icon }) => ({ key: path, label: title, icon }))}
        onClick={({ key }) => void navigate(`/${unit}/${year}/${key}${search}`)}
      />
    </nav>
  );
}

function Page() {
  const { pathname } = useLocation();
  const page = pages.find(({ path }) => path === pageIn(pathname));
  if (!page) return <Result status="404" title="没有这个页面" subTitle="请从左侧选择。" />;
  return <page.Component />;
}

/** The address names no place yet: the first unit of the newest year that has any. */
function FirstPlace() {
  const mayOpen = useHasRole('administrator');
  const answers = useQueries({ queries: YEARS.map(unitsQuery) });
  if (answers.some(({ isPending }) => isPending)) return <Spin fullscreen description="正在打开" />;
  const years = YEARS.map((year, index) => ({ year, units: answers[index]?.data ?? [] }));
  const found = years.find(({ units }) => units.length > 0);
  const top = found?.units.find(({ parent }) => parent === null) ?? found?.units[0];
  if (found && top) return <Navigate to={`/${top.code}/${found.year}/${FIRST_PAGE}`} replace />;
  return (
    <Flex justify="center" component="main" style={{ marginTop: 80 }}>
      <Result
        title="还没有可以查看的单位"
        subTitle="请管理员在“设置”中开启年度，或导入一个年度的文件。"
        extra={mayOpen && <Link to={`/-/${new Date().getFullYear()}/settings?tab=units`}>开启年度</Link>}
      />
    </Flex>
  );
}
