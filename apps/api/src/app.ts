import fastifyCookie from '@fastify/cookie';
import { BadRequestException, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiModule } from './api.module';
import { documented } from './open-api';
import { logs, requestId } from './log';
import { servePages } from './pages';
import { nestsTooDeep } from './problem/depth';
import { malformed } from './problem/malformed';
import { problem } from './problem/problem';
import { problemOf } from './problem/problem-of';
import { ProblemFilter, sendProblem } from './problem/problem.filter';
import { answerUnreadable } from './problem/unreadable';
import { securityHeaders } from './security-headers';
import type { ApiSettings } from './settings';

/** Letters of one part of an address as it is sent, where a Chinese one takes nine. */
const LONGEST_PART = 4096;

/** A request that takes longer to be sent holds a connection for nothing: the largest upload needs half a megabyte a second. */
const LONGEST_SENDING_MS = 10 * 60_000;

/** The service as it runs, tests included; the caller listens. */
export async function createApi(settings: ApiSettings): Promise<NestFastifyApplication> {
  const { logger, requests } = logs(settings.logLevel);
  const adapter = new FastifyAdapter({
    bodyLimit: settings.maxBodyBytes,
    requestTimeout: LONGEST_SENDING_MS,
    trustProxy: (_address, hop) => hop < settings.trustedProxies,
    routerOptions: { maxParamLength: LONGEST_PART },
    genReqId: requestId,
    frameworkErrors: unreadable,
    clientErrorHandler: answerUnreadable,
    // Fastify would answer in English; what still comes in is answered, and its connection ends with it.
    return503OnClosing: false,
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.with(settings), adapter, {
    logger,
    abortOnError: false,
  });
  app.setGlobalPrefix('api');
  takeNothingAsNothing(adapter, settings.maxBodyBytes);
  requests(adapter.getInstance());
  securityHeaders(adapter.getInstance());
  await app.register(fastifyCookie);
  app.useGlobalPipes(new ValidationPipe(STRICT));
  app.useGlobalFilters(new ProblemFilter());
  documented(app);
  servePages(app);
  app.enableShutdownHooks([], { useProcessExit: true });
  return app;
}

/** Clients that say JSON with every request send no body where none is wanted; where one is, its fields are told as missing. */
function takeNothingAsNothing(adapter: FastifyAdapter, bodyLimit: number): void {
  const json = adapter.getInstance().getDefaultJsonParser('error', 'error');
  adapter.useBodyParser('application/json', false, { bodyLimit }, (request, body, done) => {
    if (body.length === 0) done(null, undefined);
    else if (nestsTooDeep(Buffer.from(body))) done(new BadRequestException());
    else void json(request, body.toString(), done);
  });
}

/** An address that cannot be read is refused before any filter of ours. */
const unreadable = (error: Error, { id }: FastifyRequest, reply: FastifyReply): void =>
  sendProblem(reply, { ...(problemOf(error) ?? problem(400, 'malformed', '地址不能识别。')), request: id });

const STRICT = { whitelist: true, forbidNonWhitelisted: true, transform: true, exceptionFactory: malformed };
