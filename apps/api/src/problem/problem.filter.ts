import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Problem, problem } from './problem';
import { problemOf } from './problem-of';

/** Answers every error as `application/problem+json`; a fault of ours goes to the log whole and to the caller as its id only. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('request');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const response = host.switchToHttp().getResponse<FastifyReply>();
    const known = problemOf(error);
    // Whoever keeps the service running must learn why.
    if (known === null || known.code === 'store-unavailable')
      this.logger.error(error instanceof Error ? error.stack : String(error), `request ${request.id}`);
    sendProblem(response, { ...(known ?? fault()), request: request.id });
  }
}

const fault = (): Problem =>
  problem(500, 'fault', '程序出错，此前回答过的记录都已保存。请把本次请求的编号（request）交给维护人员。');

/** Answers a problem as RFC 9457 says. */
export function sendProblem(response: FastifyReply, { status, ...rest }: Problem): void {
  // Past its head, an answer can only be cut off, so that nobody takes its beginning for the whole.
  if (response.raw.headersSent) return void response.raw.destroy();
  const seconds = rest.facts['seconds'];
  if (typeof seconds === 'number') void response.header('Retry-After', seconds);
  void response
    .status(status)
    .type('application/problem+json')
    .send(JSON.stringify({ ...rest, status }));
}
