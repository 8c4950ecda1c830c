import { diskTroubleOf } from '@juesuan/application';
import { HttpException } from '@nestjs/common';
import { ImportRefused } from '@juesuan/documents';
import { StoreUnavailable, WrongExpectedRevision } from '@juesuan/event-store';
import { UnknownEvent } from '@juesuan/execution';
import { RuleViolation } from '@juesuan/kernel';
import { MalformedRequest } from './malformed';
import { type Problem, problem } from './problem';
import { statusOf } from './status';

/** What a caller is told of an error; null for a fault of ours, of which a caller learns nothing but that it happened. */
export function problemOf(error: unknown): Problem | null {
  if (error instanceof MalformedRequest) return { ...problem(400, 'malformed', error.message), fields: error.fields };
  if (error instanceof ImportRefused) return importRefused(error);
  if (error instanceof RuleViolation)
    return problem(statusOf(error.code), error.code, OVER_HTTP[error.code] ?? error.message, error.facts);
  if (error instanceof WrongExpectedRevision) return problem(409, 'lost-race', '同时有别人在记录，请重试。');
  const trouble = diskTroubleOf(error);
  if (trouble !== null) return unavailable(trouble);
  if (error instanceof StoreUnavailable) return unavailable('事件库暂时连不上或没有及时回答。');
  if (error instanceof UnknownEvent) return problem(503, 'unknown-event', error.message);
  return ofHttp(error);
}

/** What a caller of the service can do, where that is not what the rule says. */
const OVER_HTTP: Readonly<Record<string, string>> = {
  'command-id-reused':
    '这个 Idempotency-Key 已用来记录过另一项内容。新的事项请换一个 Idempotency-Key；重试原来的请求，内容须与原来相同。',
};

const importRefused = ({ errors }: ImportRefused): Problem => ({
  ...problem(422, 'import-refused', `${errors.length} 处不合规则，什么都没有记录。`, { errors: errors.length }),
  cells: errors,
});

const unavailable = (why: string): Problem => problem(503, 'store-unavailable', `${why}请稍后原样重试，不会重复记录。`);

const HTTP: Readonly<Record<number, readonly [code: string, detail: string]>> = {
  400: ['malformed', '请求的内容不合格式，例如不是完整的 JSON。'],
  401: ['not-signed-in', '请先登录。'],
  403: ['not-permitted', '没有做这件事的权限。'],
  404: ['not-found', '没有这个地址。'],
  405: ['method-not-allowed', '这个地址不支持此方法。'],
  413: ['too-large', '内容超过了允许的大小，请分批上传。'],
  415: ['unsupported-media-type', '内容须为 JSON，上传文件须为 multipart/form-data。'],
  429: ['too-many-requests', '请求过于频繁，请稍候再试。'],
};

/** Errors of Nest and of Fastify's body readers carry a status; their English messages stay inside. */
function ofHttp(error: unknown): Problem | null {
  const status = error instanceof HttpException ? error.getStatus() : statusIn(error);
  if (status === null || status < 400 || status >= 500) return null;
  const [code, detail] = HTTP[status] ?? ['malformed', '请求不能处理。'];
  return problem(status, code, detail);
}

function statusIn(error: unknown): number | null {
  const status = error !== null && typeof error === 'object' && 'statusCode' in error ? error.statusCode : null;
  return typeof status === 'number' ? status : null;
}
