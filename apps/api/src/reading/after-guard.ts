import { EVENT_STORE, Freshness } from '@juesuan/application';
import type { EventStore } from '@juesuan/event-store';
import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { MalformedRequest } from '../problem/malformed';

/**
 * Reading one's own writes: every query that says `after=` waits until what is read holds that position, before anything is looked
 * up for it. Queries know nothing of it.
 */
@Injectable()
export class AfterGuard implements CanActivate {
  constructor(
    private readonly freshness: Freshness,
    @Inject(EVENT_STORE) private readonly events: EventStore,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { method, query } = context.switchToHttp().getRequest<FastifyRequest<{ Querystring: { after?: unknown } }>>();
    if (method !== 'GET' || query.after === undefined) return true;
    const { after } = query;
    delete query.after;
    if (typeof after !== 'string' || !this.events.isPosition(after))
      throw new MalformedRequest({ after: ['须为回执中的 position。'] });
    await this.freshness.reach(after);
    return true;
  }
}
