import 'antd/dist/reset.css';
// Every component's styles as a file (theme.zeroRuntime): making them in the browser cost a third of the first view.
import 'antd/dist/antd.css';
import './page.css';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { createRoot } from 'react-dom/client';
import { App } from './app';

// The calendars' months and weekdays; antd's own locale has only their buttons.
dayjs.locale('zh-cn');

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
