import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '@juesuan/application';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';

const FOLDER = join(PROJECT_ROOT, 'dist', 'web');

/** Serves the web app where it was built; any address that is no file and no resource is one of its pages. */
export function servePages(app: NestExpressApplication): void {
  const index = join(FOLDER, 'index.html');
  if (!existsSync(index)) return;
  // Names of the built files carry their content's hash; the page itself is asked for anew.
  app.useStaticAssets(FOLDER, { index: false, immutable: true, maxAge: '365d' });
  app.use((request: Request, response: Response, next: NextFunction) => {
    const isPage = request.method === 'GET' && !request.path.startsWith('/api') && request.accepts('html');
    if (!isPage) return next();
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(index);
  });
}
