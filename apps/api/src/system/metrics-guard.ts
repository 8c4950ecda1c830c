import { createHash, timingSafeEqual } from 'node:crypto';
import { RuleViolation } from '@juesuan/kernel';
import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { API_SETTINGS, type ApiSettings } from '../settings';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** Metrics tell how much an office records: they are for who asks on this machine itself, or sends the token of the settings. */
@Injectable()
export class MetricsGuard implements CanActivate {
  constructor(@Inject(API_SETTINGS) private readonly settings: ApiSettings) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (isOfThisMachine(request) || this.hasToken(request)) return true;
    throw new RuleViolation('not-permitted', '指标只在本机提供；从别处读取须在设置 METRICS_TOKEN 后带上它。');
  }

  private hasToken({ headers }: FastifyRequest): boolean {
    const { metricsToken } = this.settings;
    if (metricsToken === null) return false;
    return timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${metricsToken}`));
  }
}

/** A proxy on this machine speaks for people elsewhere. */
const isOfThisMachine = ({ socket, headers }: FastifyRequest): boolean =>
  LOOPBACK.has(socket.remoteAddress ?? '') && !('x-forwarded-for' in headers) && !('forwarded' in headers);

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
