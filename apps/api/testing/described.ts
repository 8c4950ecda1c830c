import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Told {
  readonly status: number;
  readonly headers: Headers;
}

interface Operation {
  readonly method: string;
  readonly address: RegExp;
  readonly statuses: ReadonlySet<string>;
}

type Paths = Readonly<Record<string, Readonly<Record<string, { readonly responses: object }>>>>;

/** Where two addresses fit, as `users/log` and `users/{name}`, the one that names more is meant. */
const moreNamed = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a.split('{').length - b.split('{').length;

let operations: readonly Operation[] | null = null;

/** What the committed description offers; the build holds it to the code (uncompiled sources do not know their forms' fields). */
function described(): readonly Operation[] {
  const { paths } = JSON.parse(readFileSync(join(__dirname, '../openapi.json'), 'utf8')) as { paths: Paths };
  return Object.entries(paths)
    .sort(moreNamed)
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { responses }]) => ({
        method: method.toUpperCase(),
        address: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`),
        statuses: new Set(Object.keys(responses)),
      })),
    );
}

/** Refuses a test's answer that is a refusal of a known address and is not told in the description, or is no problem in form. */
export function assertDescribed(what: string, { status, headers }: Told): void {
  if (status < 400) return;
  operations ??= described();
  const [method = '', address = ''] = what.split(/[ ?]/);
  const operation = operations.find((each) => each.method === method && each.address.test(address));
  if (operation === undefined) return;
  const isProblem = headers.get('content-type')?.startsWith('application/problem+json') ?? false;
  if (isProblem && operation.statuses.has(String(status))) return;
  throw new Error(`${what} answered ${status}, which openapi.json does not tell as a problem`);
}
