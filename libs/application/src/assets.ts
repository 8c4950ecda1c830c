import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder the project lives in, whether run from sources or from dist: the nearest one above with nest-cli.json. */
export const PROJECT_ROOT = findRoot(__dirname);

function findRoot(from: string): string {
  if (readdirSync(from).includes('nest-cli.json')) return from;
  const above = dirname(from);
  if (above === from) throw new Error('nest-cli.json not found above this program: the installation is incomplete');
  return findRoot(above);
}

/** A data file of the project as text. */
export const readAsset = (...path: string[]): string => readFileSync(join(PROJECT_ROOT, ...path), 'utf8');

/** The data files of one folder and the folders in it with one ending, by their place there. */
export function readAssets(ending: string, ...path: string[]): { name: string; text: string }[] {
  const folder = join(PROJECT_ROOT, ...path);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(ending));
  return names.sort().map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}
