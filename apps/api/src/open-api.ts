import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

/** What the service offers, as OpenAPI 3.1, from its controllers and DTOs. */
export function openApiOf(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('决算')
    .setDescription(DESCRIPTION)
    .setVersion('1')
    .addBearerAuth()
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => nameOf(controller, method),
  });
  return { ...document, paths: Object.fromEntries(Object.entries(document.paths).map(withAfter)) };
}

/** Offers the description and a page to try it at `/api/docs`. */
export function documented(app: INestApplication): void {
  SwaggerModule.setup('api/docs', app, () => openApiOf(app), { jsonDocumentUrl: 'api/openapi.json' });
}

/** What is read of units can wait for what was just recorded (see AfterGuard). */
function withAfter([path, methods]: [string, PathItem]): [string, PathItem] {
  const { get } = methods;
  if (!path.startsWith('/api/units') || get === undefined) return [path, methods];
  return [path, { ...methods, get: { ...get, parameters: [...(get.parameters ?? []), AFTER] } }];
}

type PathItem = OpenAPIObject['paths'][string];

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
