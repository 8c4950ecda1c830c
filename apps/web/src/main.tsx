import 'antd/dist/reset.css';
// Every component's styles as a file (theme.zeroRuntime): making them in the browser cost a third of the first view.
import 'antd/dist/antd.css';
import './page.css';
import { createRoot } from 'react-dom/client';
import { App } from './app';

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
