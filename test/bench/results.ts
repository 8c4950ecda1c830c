import type { Measurement } from './harness';

/** What a benchmark measured, when and on what. */
export interface Section {
  readonly name: string;
  readonly where: string;
  readonly measurements: readonly Measurement[];
}

const HEADER = [
  '| 做什么 | 实测 | 对照（同一次运行里测） | 量为十倍时 | 内存峰值 |',
  '| --- | --- | --- | --- | --- |',
];
const TITLE = `# 实测

由 \`npm run bench -- --write\` 写成，不手改；每项在自己的进程里测。粗体的各行也在 README 里。各项的时间花在哪里，见 [profiles](profiles)。`;

/** A table as people read it; what stands in the README too is bold. */
export function tableOf(measurements: readonly Measurement[]): string {
  const rows = measurements.map(({ what, figure, against = '', growth = '', memory = '', headline }) =>
    row([headline ? `**${what}**` : what, figure, against, growth, memory]),
  );
  return [...HEADER, ...rows].join('\n');
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** The results with some benchmarks' sections in the place of the older ones; `order` is that of the page. */
export function withSections(results: string, sections: readonly Section[], order: readonly string[]): string {
  const found = new Map(
    results
      .split(/^## /m)
      .slice(1)
      .map((text) => [text.split('\n')[0] ?? '', text.trimEnd()]),
  );
  for (const { name, where, measurements } of sections)
    found.set(name, `${name}\n\n${where}\n\n${tableOf(measurements)}`);
  const kept = order.flatMap((name) => found.get(name) ?? []);
  return `${[TITLE, ...kept.map((text) => `## ${text}`)].join('\n\n')}\n`;
}

/** The README's table: the bold rows of the results, in their order. */
export function headlinesOf(results: string): string {
  const bold = results.split('\n').filter((line) => line.startsWith('| **'));
  return [...HEADER, ...bold.map((line) => line.replaceAll('**', ''))].join('\n');
}

const PLACE = /(<!-- npm run bench -- --write -->\n)[^]*(\n<!-- \/npm run bench -->)/;

/** The README with the results' headlines between its two marks. Throws where it has no such marks. */
export function intoReadme(readme: string, results: string): string {
  if (!PLACE.test(readme)) throw new Error('the README has no place for the results');
  return readme.replace(PLACE, (_, begin: string, end: string) => `${begin}${headlinesOf(results)}${end}`);
}
