import { RuleViolation } from '@juesuan/kernel';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { type SignedInUser, userOf } from '../access/signed-in';

/** Who sends a command, under which id, and what state of the year she saw when she decided on it. */
export interface Asks {
  readonly user: SignedInUser;
  /** Her Idempotency-Key: the same key with the same content is answered again, with other content refused. */
  readonly key: string;
  /** The year's revision she saw (If-Match); null: she does not say. */
  readonly seen: number | null;
}

const requestOf = (context: ExecutionContext): FastifyRequest => context.switchToHttp().getRequest();

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  required: true,
  description: '8 到 100 个字母、数字或 . : _ -；同一事项重试用同一个，不会重复记录',
  schema: { type: 'string', pattern: '^[\\w.:-]{8,100}$' },
} as const;

const IF_MATCH = {
  name: 'If-Match',
  required: false,
  description: '看到的 revision，如 "57"；此后同一指标有变化时不记录，以 412 说明',
  schema: { type: 'string' },
} as const;

/** Takes the sender and the headers every command has, and describes them. */
export const Asking = createParamDecorator(
  (_: unknown, context: ExecutionContext): Asks => {
    const request = requestOf(context);
    return { user: userOf(request), key: keyOf(request), seen: seenOf(request) };
  },
  [describes(IDEMPOTENCY_KEY), describes(IF_MATCH)],
);

/** The same of a command on every unit of a department: no single revision can say what was seen of them. */
export const AskingOfAll = createParamDecorator(
  (_: unknown, context: ExecutionContext): Asks => {
    const request = requestOf(context);
    if (seenOf(request) === null) return { user: userOf(request), key: keyOf(request), seen: null };
    const text = '关账和重新开账涉及部门的全部单位，一个 revision 说不出看到的是什么；请不带 If-Match 重新提交。';
    throw new RuleViolation('if-match-not-here', text);
  },
  [describes(IDEMPOTENCY_KEY)],
);

/** A header of the handler that takes it, for the description of the service. */
function describes(header: Parameters<typeof ApiHeader>[0]): ParameterDecorator {
  return (target, key) => {
    const handler = key === undefined ? undefined : Object.getOwnPropertyDescriptor(target, key);
    if (key !== undefined && handler !== undefined) ApiHeader(header)(target, key, handler);
  };
}

function keyOf(request: FastifyRequest): string {
  const key = request.headers['idempotency-key'];
  if (typeof key === 'string' && /^[\w.:-]{8,100}$/.test(key)) return key;
  const text =
    '每个命令须带请求头 Idempotency-Key（8 到 100 个字母、数字或 . : _ -），重试时用同一个，才不会重复记录。';
  throw new RuleViolation('no-idempotency-key', text);
}

function seenOf(request: FastifyRequest): number | null {
  const written = request.headers['if-match'];
  if (written === undefined) return null;
  const [, revision] = /^"?(-1|\d{1,15})"?$/.exec(written) ?? [];
  if (revision !== undefined) return Number(revision);
  throw new RuleViolation('malformed-if-match', '请求头 If-Match 须为看到的 revision，如 "57"。', { value: written });
}
