import { type Service, startService } from '../testing/service';
import { handlersOf } from '../testing/handlers';

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly required: boolean }[];
  readonly responses: Readonly<Record<string, unknown>>;
}

let service: Service;
let operations: readonly (Operation & { readonly what: string })[];
beforeAll(async () => {
  service = await startService();
  const { body } = await service.ask('GET /api/openapi.json');
  const paths = (body as { paths: Record<string, Record<string, Operation>> }).paths;
  operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, what: `${method.toUpperCase()} ${path}` })),
  );
});
afterAll(() => service.close());

const described = ({ method, path }: { method: string; path: string }) =>
  operations.find(({ what }) => what === `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
const takes = (operation: Operation | undefined, header: string) =>
  operation?.parameters?.find(({ name }) => name === header);

describe('the description of the service', () => {
  it('opens as a page', async () => {
    const { status, body } = await service.ask('GET /api/docs');
    expect([status, String(body).includes('swagger-ui')]).toEqual([200, true]);
  });

  it('tells of every operation that somebody must be signed in and may be refused', () => {
    for (const handler of handlersOf(service.app).filter(({ publicly }) => !publicly)) {
      const statuses = Object.keys(described(handler)?.responses ?? {});
      expect([handler.name, ...statuses]).toEqual(expect.arrayContaining([handler.name, '401', '403', '500', '503']));
    }
  });

  it('asks of every command for its key, and of every one on a single year what was seen', () => {
    const commands = handlersOf(service.app).filter(
      ({ method, path }) => method !== 'GET' && path.includes(':year') && !path.endsWith('/preview'),
    );
    expect(commands.length).toBeGreaterThan(30);
    for (const handler of commands) {
      const operation = described(handler);
      expect([handler.name, takes(operation, 'Idempotency-Key')?.required]).toEqual([handler.name, true]);
      const ofDepartment = /\/(?:close|reopen)$/.test(handler.path);
      expect([handler.name, takes(operation, 'If-Match')?.required]).toEqual([
        handler.name,
        ofDepartment ? undefined : false,
      ]);
      const statuses = Object.keys(operation?.responses ?? {});
      expect(statuses).toEqual(expect.arrayContaining(['400', '404', '409', '422', '428']));
      expect(statuses.includes('412')).toBe(!ofDepartment);
    }
  });

  it('gives every problem one form', () => {
    const problems = operations
      .flatMap(({ responses }) => Object.entries(responses))
      .filter(([status]) => status >= '400');
    for (const [status, response] of problems)
      expect(response).toEqual({ $ref: `#/components/responses/Problem${status}` });
  });
});
