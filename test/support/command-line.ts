import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../apps/cli/src/program';

/** How a command line ended: its status, and what it said on both outputs. */
export interface Said {
  readonly status: number;
  readonly text: string;
}

/** Runs a command line as a person types it. */
export async function said(...words: readonly string[]): Promise<Said> {
  let text = '';
  const outputs = [process.stdout, process.stderr].map((output) =>
    jest.spyOn(output, 'write').mockImplementation((chunk) => {
      text += String(chunk);
      return true;
    }),
  );
  try {
    return { status: await run(['node', 'juesuan', ...words]), text };
  } finally {
    for (const output of outputs) output.mockRestore();
  }
}

/** Command lines on a data file of their own. */
export async function withDataFile<T>(work: (type: typeof said) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-cli-'));
  try {
    return await work((...words) => said(...words, '--db', join(folder, 'test.db'), '--actor', '经办人'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
