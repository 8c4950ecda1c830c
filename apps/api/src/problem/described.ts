import { getSchemaPath, type OpenAPIObject } from '@nestjs/swagger';
import { ProblemDto } from './problem.dto';
import { titleOf } from './problem';

type PathItem = OpenAPIObject['paths'][string];
type Operation = NonNullable<PathItem['get']>;
type Components = NonNullable<OpenAPIObject['components']>;
type Responses = NonNullable<Components['responses']>;

/** What an operation answers beside what can be read off its description: `METHOD address`, as the description writes them. */
const MORE: Readonly<Record<string, readonly number[]>> = {
  'POST /api/sign-in': [401, 403, 429],
  'POST /api/sign-in/refresh': [401, 403, 429],
  'GET /api/sign-in/oidc': [404, 429, 503],
  'GET /api/sign-in/oidc/callback': [404, 429],
  'GET /api/health/ready': [503],
  'GET /api/metrics': [403],
  'POST /api/me/password': [422, 429],
  'POST /api/users': [409, 422],
  'PATCH /api/users/{name}': [422],
  // Its number may be taken already.
  'POST /api/units/{unit}/years/{year}/adjustments/preview': [409],
  'POST /api/imports': [409, 422],
  'POST /api/imports/{id}/commit': [422],
  'POST /api/codes/{book}': [422],
  'POST /api/rebuild': [422],
};

/** The statuses of the problems that an operation may answer (see `problemOf`). */
function statusesOf(method: string, path: string, operation: Operation): number[] {
  const parameters = (operation.parameters ?? []).flatMap((each) => ('name' in each ? [each] : []));
  const takes = (name: string): boolean => parameters.some((each) => each.name === name);
  const ofUnit = path.startsWith('/api/units/{unit}');
  const rules: readonly (readonly [boolean, readonly number[]])[] = [
    [method !== 'GET' || parameters.length > 0, [400]],
    [operation.security !== undefined, [401, 403, 503]],
    [path.includes('{'), [404]],
    [takes('Idempotency-Key'), [409, 422, 428]],
    [takes('If-Match'), [412]],
    [method !== 'GET', [413, 415]],
    // A day outside the year, an instant that is yet to come, a preview of what is refused.
    [ofUnit && (method !== 'GET' || takes('asOf') || takes('knownAt') || takes('fromAsOf')), [422]],
    [true, [500, ...(MORE[`${method} ${path}`] ?? [])]],
  ];
  return [...new Set(rules.flatMap(([applies, statuses]) => (applies ? statuses : [])))].sort();
}

/** An operation with every problem it may answer; each status is described once, in the components. */
export function withProblems(method: string, path: string, operation: Operation): Operation {
  const problems = statusesOf(method.toUpperCase(), path, operation);
  const described = problems.map((status) => [status, { $ref: `#/components/responses/${nameOf(status)}` }] as const);
  return { ...operation, responses: { ...Object.fromEntries(described), ...operation.responses } };
}

/** The shared answers that `withProblems` refers to. */
export const problemResponses = (): Responses =>
  Object.fromEntries(STATUSES.map((status) => [nameOf(status), responseOf(status)]));

const STATUSES = [400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 429, 500, 503] as const;

const nameOf = (status: number): string => `Problem${status}`;

function responseOf(status: number): Responses[string] {
  const content = { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemDto) } } };
  const retry = { 'Retry-After': { description: '几秒之后再试', schema: { type: 'integer' as const } } };
  return { description: titleOf(status), content, ...(status === 429 || status === 503 ? { headers: retry } : {}) };
}
