import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TOP } from './tools';

const committed = execFileSync('git', ['ls-files', '-z'], { cwd: TOP, encoding: 'utf8', maxBuffer: 1e8 })
  .split('\0')
  .filter((file) => file !== '' && existsSync(join(TOP, file)));

// Code that people run: tests speak of the cases, and data is data.
const sources = committed.filter(
  (file) => /^(apps|libs|\.scripts)\/.*\.[cm]?[jt]sx?$/.test(file) && !/\.spec\.tsx?$|\/data\//.test(file),
);

const naming = (words: RegExp, files: readonly string[]) =>
  files.filter((file) => words.test(readFileSync(join(TOP, file), 'utf8')));

const MAY_STAND_AT_THE_TOP = [
  ...['apps', 'libs', 'test'],
  ...['docker-compose.yml', 'nest-cli.json', 'package.json', 'package-lock.json', 'tsconfig.json'],
  ...['README.md', 'LICENSE'],
];

describe('the committed files', () => {
  it('hold nothing at the top level but the house’s own and dotfiles', () => {
    const top = new Set(committed.map((file) => file.replace(/\/.*/, '')).filter((name) => !name.startsWith('.')));
    expect([...top].filter((name) => !MAY_STAND_AT_THE_TOP.includes(name))).toEqual([]);
  });

  it('name no package registry: whoever installs chooses it', () => {
    expect(naming(/registry\.(npm|yarn)|(deb|security)\.debian/, committed)).toEqual([]);
  });

  it('name no case in a source: other departments’ years go through the same code', () => {
    expect(sources.length).toBeGreaterThan(0);
    expect(naming(/株洲|聊城|莲池|醴陵|zhuzhou|liaocheng|lianchi|liling/i, sources)).toEqual([]);
  });

  it('reach nothing outside the repository', () => {
    const texts = committed.filter((file) => !file.startsWith('test/cases/'));
    expect(naming(/\.\.\/shared|\/work\/(main|shared)/, texts)).toEqual([]);
  });
});
