const WIDE =
  /[\u1100-\u115f\u2018-\u201d\u2026\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;

/** Columns of a terminal that a text takes: Chinese characters take two. */
const width = (text: string): number => text.length + (text.match(WIDE)?.length ?? 0);

const padEnd = (text: string, to: number): string => text + ' '.repeat(Math.max(0, to - width(text)));
const padStart = (text: string, to: number): string => ' '.repeat(Math.max(0, to - width(text))) + text;

/** A sentence in the last column may be far longer than a screen is wide; the rule below the headers is not. */
const RULE = 100;

/** A table for terminals: aligned columns, those named in `right` to the right; the last is never padded. */
export function tableText(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): string {
  const widths = headers.map((header, column) =>
    rows.reduce((widest, row) => Math.max(widest, width(row[column] ?? '')), width(header)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => (right.includes(column) ? padStart : padEnd)(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const rule = '─'.repeat(
    Math.min(
      RULE,
      widths.reduce((sum, each) => sum + each + 2, -2),
    ),
  );
  return `${[line(headers), rule, ...rows.map(line)].join('\n')}\n`;
}

/** Writes to standard output. */
export const say = (text: string): void => void process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
