import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { problemResponses, withProblems } from './problem/described';
import { ProblemDto } from './problem/problem.dto';

/** What the service offers, as OpenAPI 3.1, from its controllers and DTOs. */
export function openApiOf(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('决算')
    .setDescription(DESCRIPTION)
    .setVersion('1')
    .addBearerAuth()
    .build();
  const { components, paths, ...document } = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => nameOf(controller, method),
    extraModels: [ProblemDto],
  });
  return {
    ...document,
    paths: Object.fromEntries(Object.entries(paths).map(completed)),
    components: { ...components, responses: problemResponses() },
  };
}

/** Offers the description and a page to try it at `/api/docs`. */
export function documented(app: INestApplication): void {
  SwaggerModule.setup('api/docs', app, () => openApiOf(app), { jsonDocumentUrl: 'api/openapi.json' });
}

/** What handlers do not say of themselves: what guards take, what streams, and which problems may be answered. */
function completed([path, methods]: [string, PathItem]): [string, PathItem] {
  const operations = Object.entries(methods as Record<string, Operation>).map(
    ([method, operation]) =>
      [method, withProblems(method, path, streaming(path, withAfter(method, path, operation)))] as const,
  );
  return [path, Object.fromEntries(operations)];
}

type PathItem = OpenAPIObject['paths'][string];
type Operation = NonNullable<PathItem['get']>;

/** What is read of units can wait for what was just recorded (see AfterGuard). */
function withAfter(method: string, path: string, operation: Operation): Operation {
  if (!path.startsWith('/api/units') || method !== 'get') return operation;
  return { ...operation, parameters: [...(operation.parameters ?? []), AFTER] };
}

const STREAMS = ['/api/live', '/api/imports/{id}/progress'];

/** A stream is events, not JSON, and may be begun without a place to go on from. */
function streaming(path: string, operation: Operation): Operation {
  if (!STREAMS.includes(path)) return operation;
  const parameters = (operation.parameters ?? []).map((each) =>
    'name' in each && each.name === LAST_EVENT_ID.name.toLowerCase() ? LAST_EVENT_ID : each,
  );
  const events = { description: '', content: { 'text/event-stream': { schema: { type: 'string' as const } } } };
  return { ...operation, parameters, responses: { ...operation.responses, 200: events } };
}

const LAST_EVENT_ID = {
  name: 'Last-Event-ID',
  in: 'header',
  required: false,
  description: '收到的最后一条消息的 id：从那以后接着播报',
  schema: { type: 'string' },
} as const;

const AFTER = {
  name: 'after',
  in: 'query',
  required: false,
  description: '至少包含到这个位置的记录（命令回执中的 position）',
  schema: { type: 'string' },
} as const;

const nameOf = (controller: string, method: string): string => {
  const resource = controller.replace(/Controller$/, '');
  return `${resource.charAt(0).toLowerCase()}${resource.slice(1)}_${method}`;
};

const DESCRIPTION = `金额在请求中写成文字：元（"1693402.78"）或 "12.5万元"；在回答中由服务端排印成分、元、万元。
每个记录事项的请求须带 Idempotency-Key（8 到 100 个字母、数字或 . : _ -，同一事项重试用同一个）；可带 If-Match: "<revision>"，期间同一指标有变化，或没有这个 revision 时，以 412 说明。
回执中的 position 作为查询的 after=，即可读到刚才的记录。错误是 application/problem+json，detail 是一句话，code 是规则的名称。
登录后以 Authorization: Bearer 带访问令牌；换新令牌（sign-in/refresh）和退出登录凭 Cookie，须另带请求头 X-Juesuan: 1。`;
