import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { PROJECT_ROOT } from '@juesuan/application';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';

const FOLDER = join(PROJECT_ROOT, 'dist', 'web');
const INDEX = 'index.html';

/** Serves the web app where it was built; any address that is no file and no resource is one of its pages. */
export function servePages(app: NestFastifyApplication): void {
  if (!existsSync(join(FOLDER, INDEX))) return;
  const server = app.getHttpAdapter().getInstance();
  // Names of the built files carry their content's hash; the page itself is asked for anew.
  void app.register(fastifyStatic, {
    root: FOLDER,
    index: false,
    wildcard: false,
    immutable: true,
    maxAge: '365d',
    // The build leaves every text in gzip and brotli beside itself.
    preCompressed: true,
    globIgnore: ['**/*.gz', '**/*.br'],
  });
  server.get('/*', (request, reply) => {
    if (!isPage(request)) return reply.callNotFound();
    return reply.header('Cache-Control', 'no-cache').sendFile(INDEX, { cacheControl: false });
  });
}

/** A built file of an older version is gone, and no page: a browser would take the page for it. */
const isPage = ({ url, headers: { accept = '*/*' } }: FastifyRequest): boolean =>
  !/^\/(api|assets)(\/|$)/.test(url) && /text\/html|\*\/\*/.test(accept);
