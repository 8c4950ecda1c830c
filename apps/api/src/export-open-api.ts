import 'reflect-metadata';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT_ROOT } from '@juesuan/application';
import { createApi } from './app';
import { openApiOf } from './open-api';
import { apiSettingsFrom } from './settings';

const FILE = join(PROJECT_ROOT, 'apps', 'api', 'openapi.json');

/** Writes openapi.json from the built code; with `--check` it only says whether the file still fits, with its exit status. */
async function main(check: boolean): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-openapi-'));
  const app = await createApi(apiSettingsFrom({ JUESUAN_DB: join(folder, 'none.db'), LOG_LEVEL: 'silent' }));
  await app.init();
  const made = `${JSON.stringify(openApiOf(app), null, 1)}\n`;
  await app.close();
  rmSync(folder, { recursive: true });
  if (!check) return writeFileSync(FILE, made);
  if (readFileSync(FILE, 'utf8') === made) return;
  process.stderr.write('apps/api/openapi.json is not what the code offers: run `npm run openapi` and commit it.\n');
  process.exitCode = 1;
}

void main(process.argv.includes('--check'));
