import type { z } from 'zod';

/** Variables by name, as `process.env` has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What a schema reads from the environment; throws one error that names every variable that cannot be used. */
export function usable<Schema extends z.ZodType>(schema: Schema, env: Environment): z.output<Schema> {
  const read = schema.safeParse(env);
  if (read.success) return read.data;
  const faults = read.error.issues.map(({ path, message }) => `${path.join('.')}：${message}`);
  throw new Error(`环境变量不能使用：\n${faults.join('\n')}`);
}
