import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App as Messages, ConfigProvider, Spin } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { BrowserRouter } from 'react-router';
import { Problem } from './api/client';
import { Faults } from './frame/faults';
import { Frame } from './frame/frame';
import { NewPasswordPage } from './session/new-password-page';
import { rightsOf, SessionProvider, useSession } from './session/session';
import { SignInPage } from './session/sign-in-page';

/** A refusal will not change by asking again; a lost connection may. */
const mayRetry = (failures: number, error: Error): boolean =>
  failures < 3 && error instanceof Problem && (error.status === 0 || error.status === 503);

const queries = new QueryClient({
  defaultOptions: { queries: { retry: mayRetry, staleTime: 30_000, refetchOnWindowFocus: false } },
});

/** Greys dark enough to be read on white and on the page's own ground (contrast 4.5 : 1). */
const greys = {
  colorTextSecondary: '#595f69',
  colorTextTertiary: '#646a73',
  colorTextDescription: '#595f69',
  colorTextPlaceholder: '#6a7079',
};

/** Whoever asked her system for less motion gets drawers and lists at once; what the sheets move, page.css stills. */
const motion = !window.matchMedia('(prefers-reduced-motion: reduce)').matches;

const theme = {
  zeroRuntime: true,
  token: {
    motion,
    colorPrimary: '#1d4f91',
    colorLink: '#1d4f91',
    borderRadius: 4,
    fontSize: 14,
    colorError: '#b42318',
    ...greys,
  },
  components: { Menu: { itemSelectedBg: '#e6eef8' } },
};

/** The pages: who is not signed in signs in first, and comes back to the address she wanted. */
export function App() {
  return (
    <ConfigProvider locale={zhCN} theme={theme}>
      <Messages>
        <QueryClientProvider client={queries}>
          <SessionProvider>
            <BrowserRouter>
              <Faults>
                <Entrance />
              </Faults>
            </BrowserRouter>
          </SessionProvider>
        </QueryClientProvider>
      </Messages>
    </ConfigProvider>
  );
}

function Entrance() {
  const user = useSession();
  if (user === undefined) return <Spin fullscreen description="正在打开" />;
  if (user === null) return <SignInPage />;
  return user.mustChangePassword ? <NewPasswordPage /> : <Frame key={rightsOf(user)} />;
}
