import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { LoggerService } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import pino, { type DestinationStream, type Logger } from 'pino';

interface Logs {
  readonly logger: LoggerService;
  /** Names each request in its answer, and logs it once it is answered. */
  readonly requests: (server: FastifyInstance) => void;
}

/**
 * Structured logs, to the standard output where nothing else is given. A request is logged by id, method, route and status: the
 * route as it is written in the code (`/api/users/:name/password`), because addresses name people and what they look at.
 */
export function logs(level: string, to?: DestinationStream): Logs {
  const root = pino({ level, base: null }, to ?? pino.destination(1));
  return { logger: nestLogger(root), requests: requestLog(root) };
}

const requestLog =
  (log: Logger): Logs['requests'] =>
  (server) => {
    server.addHook('onRequest', (request, reply, done) => {
      void reply.header('X-Request-Id', request.id);
      done();
    });
    server.addHook('onResponse', ({ id, method, routeOptions }, { statusCode: status, elapsedTime }, done) => {
      const level = status >= 500 ? 'error' : 'debug';
      if (log.isLevelEnabled(level)) {
        log[level]({ request: id, method, route: routeOptions.url ?? null, status, ms: Math.floor(elapsedTime) });
      }
      done();
    });
  };

/** A caller's own request id, where it is harmless in a log; else one of ours. */
export function requestId({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const id = headers['x-request-id'];
  return typeof id === 'string' && /^[\w-]{1,64}$/.test(id) ? id : randomUUID();
}

function nestLogger(root: Logger): LoggerService {
  const write =
    (level: 'error' | 'warn' | 'debug') =>
    (message: unknown, ...more: unknown[]): void => {
      root[level]({ detail: more }, String(message));
    };
  return { log: write('debug'), error: write('error'), warn: write('warn'), debug: write('debug') };
}
