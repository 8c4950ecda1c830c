import { ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import cookieParser from 'cookie-parser';
import helmet from 'helmet';
import { ApiModule } from './api.module';
import { documented } from './open-api';
import { logs } from './log';
import { servePages } from './pages';
import { malformed } from './problem/malformed';
import { ProblemFilter } from './problem/problem.filter';
import type { ApiSettings } from './settings';

/** The service as it runs, tests included; the caller listens. */
export async function createApi(settings: ApiSettings): Promise<NestExpressApplication> {
  const { logger, requests } = logs(settings.logLevel);
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.with(settings), {
    logger,
    abortOnError: false,
    bodyParser: false,
  });
  app.setGlobalPrefix('api');
  app.set('trust proxy', settings.trustedProxies);
  app.set('query parser', 'simple');
  app.disable('x-powered-by');
  app.use(requests);
  app.use(helmet(POLICY));
  app.useBodyParser('json', { limit: settings.maxBodyBytes, strict: true });
  app.use(cookieParser());
  app.useGlobalPipes(new ValidationPipe(STRICT));
  app.useGlobalFilters(new ProblemFilter());
  documented(app);
  servePages(app);
  app.enableShutdownHooks();
  return app;
}

const STRICT = { whitelist: true, forbidNonWhitelisted: true, transform: true, exceptionFactory: malformed };

/**
 * Works on a plain-http intranet too: nothing is upgraded to https there, which would blank the page, and transport security is the
 * proxy's word where there is one. antd writes its styles into the page.
 */
const POLICY = {
  contentSecurityPolicy: {
    directives: {
      'default-src': ["'self'"],
      'img-src': ["'self'", 'data:'],
      'style-src': ["'self'", "'unsafe-inline'"],
      'upgrade-insecure-requests': null,
    },
  },
  strictTransportSecurity: false,
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
};
