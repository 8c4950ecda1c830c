import { useQuery } from '@tanstack/react-query';
import { Layout, Menu, Result, Spin } from 'antd';
import { Suspense } from 'react';
import { Navigate, Route, Routes, useLocation, useNavigate } from 'react-router';
import { unitsQuery, yearsQuery } from '../api/queries';
import { Failure } from '../parts/failure';
import { Faults } from './faults';
import { FirstTasks } from './first-tasks';
import { LookingBack } from './known-at';
import { useLiveUpdates } from './live-updates';
import { Header } from './header';
import { NO_UNIT, NotOpened, useIsNotOpened } from './not-opened';
import { FIRST_PAGE, pageIn, pages } from './pages';
import { useUser } from '../session/session';

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
  const isNotOpened = useIsNotOpened();
  const page = pages.find(({ path }) => path === pageIn(pathname));
  if (!page) return <Result status="404" title="没有这个页面" subTitle="请从左侧选择。" />;
  return isNotOpened && page.path !== SETTINGS ? <NotOpened /> : <page.Component />;
}

/** The address names no place yet: the first unit of the newest year that has any; before there is one, her own unit in this year, where she begins. */
function FirstPlace() {
  const { units: own } = useUser();
  const { data: years, error } = useQuery(yearsQuery);
  const [newest] = years ?? [];
  const units = useQuery({ ...unitsQuery(newest ?? 0), enabled: newest !== undefined });
  const failure = error ?? units.error;
  if (failure) return <Failure error={failure} />;
  if (!years || (newest !== undefined && !units.data)) return <Spin fullscreen description="正在打开" />;
  const top = units.data?.find(({ parent }) => parent === null) ?? units.data?.[0];
  const unit = top?.code ?? own[0] ?? NO_UNIT;
  return <Navigate to={`/${unit}/${newest ?? new Date().getFullYear()}/${FIRST_PAGE}`} replace />;
}
