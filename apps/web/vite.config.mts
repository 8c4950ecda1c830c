import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

/** Big libraries change seldom: each keeps a file of its own, so that a new version of the pages does not fetch them again. */
const groups = [
  { name: 'antd', test: /node_modules[\\/](antd|@ant-design|@rc-component|rc-)/ },
  { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|react-router|@tanstack)/ },
];

const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

/** Writes every built text in gzip and brotli beside itself, once, for the service to send; browsers take brotli only where the line is safe. */
const compressed: Plugin = {
  name: 'juesuan-compressed',
  apply: 'build',
  writeBundle({ dir = '' }, bundle) {
    for (const name of Object.keys(bundle).filter((each) => /\.(js|css|html)$/.test(each))) {
      const bytes = readFileSync(join(dir, name));
      writeFileSync(join(dir, `${name}.gz`), gzipSync(bytes, { level: 9 }));
      writeFileSync(join(dir, `${name}.br`), brotliCompressSync(bytes, BROTLI));
    }
  },
};

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [compressed],
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
