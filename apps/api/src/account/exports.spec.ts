import { join } from 'node:path';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { apiSettingsFrom } from '../settings';
import { Exports } from './exports';

const PRELOAD = [join(__dirname, '../../../../test/support/register.cjs')];
const ASKED = [{ unit: '500', year: 2023 }, 'standard'] as const;

it('where the service stops, exports that wait are refused in words, and so are new ones; the one under way is answered', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-exports-'));
  const settings = apiSettingsFrom({ JUESUAN_DB: join(folder, 'test.db') });
  const exports = new Exports({ ...settings, stores: { ...settings.stores, preload: PRELOAD } });
  const codes = [1, 2, 3].map(() => exports.files(...ASKED).then(String, ({ code }: { code: string }) => code));
  exports.beforeApplicationShutdown();
  const late = exports.files(...ASKED).then(String, ({ code }: { code: string }) => code);
  const stopping = ['service-stopping', 'service-stopping', 'service-stopping'];
  expect(await Promise.all([...codes.slice(1), late])).toEqual(stopping);
  expect(await codes[0]).toBe('unit-unknown');
  await exports.onApplicationShutdown();
  rmSync(folder, { recursive: true });
});
