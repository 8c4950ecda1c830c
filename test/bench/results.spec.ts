import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { headlinesOf, intoReadme, withSections } from './results';

const ROOT = join(__dirname, '..', '..');
const text = (...path: string[]): string => readFileSync(join(ROOT, ...path), 'utf8');
const section = (name: string, figure: string) => ({
  name,
  where: '2 核',
  measurements: [
    { what: `${name} 一笔`, figure, headline: true as const },
    { what: `${name} 两笔`, figure: '2 s' },
  ],
});

it('the README tells the measured figures and no others', () => {
  const readme = text('README.md');
  expect(intoReadme(readme, text('test', 'bench', 'RESULTS.md'))).toBe(readme);
});

it('a figure changed by hand in the README does not stand', () => {
  const readme = text('README.md');
  const [figure = ''] = /\d+(\.\d+)? m?s /.exec(readme) ?? [];
  const changed = readme.replace(figure, '0.01 ms ');
  expect(intoReadme(changed, text('test', 'bench', 'RESULTS.md'))).not.toBe(changed);
});

it('a benchmark that ran alone replaces its own figures, and the others stay', () => {
  const before = withSections('', [section('读', '1 s'), section('写', '3 s')], ['写', '读']);
  const after = withSections(before, [section('读', '0.5 s')], ['写', '读']);
  expect(headlinesOf(after).split('\n').slice(2)).toEqual([
    '| 写 一笔 | 3 s |  |  |  |',
    '| 读 一笔 | 0.5 s |  |  |  |',
  ]);
  expect(after).toContain('| 写 两笔 | 2 s |');
});
