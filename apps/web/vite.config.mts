import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** Big libraries change seldom: each keeps a file of its own, so that a new version of the pages does not fetch them again. */
const groups = [
  { name: 'antd', test: /node_modules[\\/](antd|@ant-design|@rc-component|rc-)/ },
  { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|react-router|@tanstack)/ },
];

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  server: { port: 5173, proxy: { '/api': 'http://127.0.0.1:3000' } },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      output: { codeSplitting: { groups } },
      // "use client" speaks to servers that render pages; here is none.
      onLog: (level, log, report) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
      },
    },
  },
});
