import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

export const TOP = join(__dirname, '../..');

/** A rule broken by a file, in the tool's words. */
export interface Broken {
  readonly file: string;
  readonly rule: string;
  readonly says: string;
}

const PLACES = ['apps', 'libs', 'test'];

/** What dependency-cruiser finds under a folder that looks like this repository. */
export async function cruise(folder: string): Promise<Broken[]> {
  const cruiser = join(TOP, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const config = join(TOP, '.dependency-cruiser.cjs');
  const { summary } = await answer<Cruised>(folder, [cruiser, '-c', config, '-T', 'json', ...PLACES]);
  if (summary.totalCruised === 0) throw new Error(`dependency-cruiser saw nothing in ${folder}`);
  return summary.violations.flatMap(({ from, to, rule, cycle }) => {
    const way = cycle ? cycle.map(({ name }) => name) : [to];
    const says = [from, ...way].join(' → ');
    // A circle is told once, but every file in it is part of it.
    const files = new Set([from, ...(cycle ? way : [])]);
    return [...files].map((file) => ({ file, rule: rule.name, says }));
  });
}

interface Cruised {
  summary: { totalCruised: number; violations: Violation[] };
}
interface Violation {
  from: string;
  to: string;
  rule: { name: string };
  cycle?: { name: string }[];
}

/** What ESLint finds under a folder that looks like this repository. */
export async function lint(folder: string): Promise<Broken[]> {
  const eslint = join(TOP, 'node_modules/eslint/bin/eslint.js');
  const config = join(TOP, '.eslint.config.mjs');
  const linted = await answer<Linted[]>(folder, [eslint, '-c', config, '-f', 'json', ...PLACES]);
  if (linted.length === 0) throw new Error(`ESLint saw nothing in ${folder}`);
  return linted.flatMap(({ filePath, messages }) => {
    const file = relative(folder, filePath);
    return messages.map(({ ruleId, line, message }) => ({
      file,
      rule: `${ruleId}`,
      says: `${file}:${line} ${message}`,
    }));
  });
}

interface Linted {
  filePath: string;
  messages: { ruleId: string | null; line: number; message: string }[];
}

/** A rule of the house that wants a forbidden example; a restriction also the words it is reported with. */
export interface Demand {
  readonly rule: string;
  readonly words: readonly string[];
}

/** Every rule the house itself sets, read from the two configurations. */
export async function demands(): Promise<Demand[]> {
  const program = `
    import lint from './.eslint.config.mjs';
    import deps from './.dependency-cruiser.cjs';
    const house = lint.filter(({ name }) => name?.startsWith('juesuan/')).flatMap(({ rules }) => Object.entries(rules));
    console.log(JSON.stringify([...house, ...deps.forbidden.map(({ name }) => [name, 'error'])]));`;
  const rules = await answer<[string, string | [string, ...unknown[]]][]>(TOP, ['--input-type=module', '-e', program]);
  return rules.flatMap(([rule, setting]) => {
    const restrictions = [setting].flat().filter(isRestriction);
    if (restrictions.length === 0) return [{ rule, words: [] }];
    return restrictions.map(({ name, property, message }) => ({ rule, words: [name ?? property ?? '', message] }));
  });
}

const isRestriction = (option: unknown): option is { name?: string; property?: string; message: string } =>
  typeof option === 'object' && option !== null && 'message' in option;

/** Runs node on a tool and reads its JSON; a tool that found something ends with a status other than zero. */
function answer<Answer>(cwd: string, words: string[]): Promise<Answer> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, words, { cwd, maxBuffer: 1e9 }, (error, stdout, stderr) => {
      try {
        resolve(JSON.parse(stdout) as Answer);
      } catch {
        reject(new Error(`${words[0]} did not answer: ${stderr}${stdout.slice(0, 2000)}`, { cause: error }));
      }
    });
  });
}

/**
 * A folder that looks like this repository and holds the forbidden examples, so that paths, aliases and packages mean there
 * what they mean here. The file that is too long is made, not kept.
 */
export function forbiddenTree(): string {
  const tree = mkdtempSync(join(realpathSync(tmpdir()), 'juesuan-forbidden-'));
  cpSync(join(__dirname, 'forbidden'), tree, { recursive: true });
  for (const file of ['package.json', 'tsconfig.json', 'apps/web/tsconfig.json'])
    cpSync(join(TOP, file), join(tree, file));
  symlinkSync(join(TOP, 'node_modules'), join(tree, 'node_modules'));
  const lines = ['// forbidden: max-lines — more than one idea', ...Array<string>(300).fill('//')];
  writeFileSync(join(tree, 'libs/documents/src/talks-of-everything.ts'), `${lines.join('\n')}\n`);
  return tree;
}

/** The sources of a forbidden tree, each with the rule its first line says it breaks, or none. */
export function examplesOf(tree: string): { file: string; breaks: string[] }[] {
  const files = PLACES.flatMap((place) =>
    readdirSync(join(tree, place), { recursive: true, encoding: 'utf8' }).map((file) => join(place, file)),
  );
  return files
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => {
      const [, rule] = /^\/\/ forbidden: (\S+) — ./.exec(readFileSync(join(tree, file), 'utf8')) ?? [];
      return { file, breaks: rule ? [rule] : [] };
    });
}
