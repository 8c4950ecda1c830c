import { RuleViolation } from '@juesuan/kernel';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
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

/** Takes the sender and the headers every command has. */
export const Asking = createParamDecorator((_: unknown, context: ExecutionContext): Asks => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  return { user: userOf(request), key: keyOf(request), seen: seenOf(request) };
});

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
