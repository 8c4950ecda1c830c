import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import pino, { type Logger } from 'pino';

interface Logs {
  readonly logger: LoggerService;
  readonly requests: (request: Request, response: Response, next: NextFunction) => void;
}

declare module 'http' {
  interface IncomingMessage {
    /** Names the request in the log and in a problem's answer. */
    id: string;
  }
}

/** Structured logs. A request is logged by id, method, path and status: no query, no body, no cookie, no name of a person. */
export function logs(level: string): Logs {
  const root = pino({ level, base: null });
  return { logger: nestLogger(root), requests: requestLog(root) };
}

const requestLog =
  (log: Logger): Logs['requests'] =>
  (request, response, next) => {
    request.id = givenId(request) ?? randomUUID();
    response.setHeader('X-Request-Id', request.id);
    const begun = process.hrtime.bigint();
    const { method, path } = request;
    response.once('close', () => {
      const status = response.statusCode;
      const line = {
        request: request.id,
        method,
        path,
        status,
        ms: Number((process.hrtime.bigint() - begun) / 1_000_000n),
      };
      if (status >= 500) log.error(line);
      else log.debug(line);
    });
    next();
  };

/** A caller's own request id, where it is harmless in a log. */
function givenId({ headers }: Request): string | null {
  const id = headers['x-request-id'];
  return typeof id === 'string' && /^[\w-]{1,64}$/.test(id) ? id : null;
}

function nestLogger(root: Logger): LoggerService {
  const write =
    (level: 'error' | 'warn' | 'debug') =>
    (message: unknown, ...more: unknown[]): void => {
      root[level]({ detail: more }, String(message));
    };
  return { log: write('debug'), error: write('error'), warn: write('warn'), debug: write('debug') };
}
