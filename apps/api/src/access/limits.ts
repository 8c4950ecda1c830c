import { createHash } from 'node:crypto';
import { canonicalName } from '@juesuan/access';
import { RuleViolation } from '@juesuan/kernel';
import { type ExecutionContext, Injectable } from '@nestjs/common';
import { ThrottlerGuard, type ThrottlerLimitDetail, ThrottlerModule } from '@nestjs/throttler';
import type { FastifyRequest } from 'fastify';

const MINUTE_MS = 60_000;

/**
 * How often one may try to sign in: from one address (an office may stand behind a single one) and for one name, whoever tries it.
 * Beside the lock-out, which counts failures, this bounds what hashing passwords costs.
 */
export const limits = ThrottlerModule.forRoot({
  setHeaders: false,
  throttlers: [
    { name: 'address', ttl: MINUTE_MS, limit: 120 },
    { name: 'name', ttl: MINUTE_MS, limit: 20, getTracker: (request) => nameOf(request as FastifyRequest) },
  ],
});

/** Refreshing costs little; a page does it every ten minutes. */
export const REFRESHES = { address: { ttl: MINUTE_MS, limit: 1200 } };

@Injectable()
export class LimitsGuard extends ThrottlerGuard {
  protected override throwThrottlingException(_context: ExecutionContext, detail: ThrottlerLimitDetail): Promise<void> {
    const seconds = Math.max(1, Math.ceil(detail.timeToBlockExpire));
    throw new RuleViolation('too-many-requests', `登录请求过于频繁，请 ${seconds} 秒后再试。`, { seconds });
  }
}

/** What was typed may be a password, and may be long: only its hash is kept. */
function nameOf(request: FastifyRequest): string {
  const body: unknown = request.body;
  const name = typeof body === 'object' && body !== null && 'name' in body ? body.name : null;
  const typed = typeof name === 'string' ? canonicalName(name) : '';
  return createHash('sha256').update(typed).digest('hex');
}
