import { createServer, type Server } from 'node:http';

/** Answers where the projection stands, for whoever keeps it running; none where no port was given. */
export function serveHealth(port: number, standing: () => Promise<unknown>): Server | null {
  if (!Number.isInteger(port) || port <= 0) return null;
  const server = createServer((_request, response) => {
    standing().then(
      (checkpoint) => response.setHeader('Content-Type', 'application/json').end(JSON.stringify(checkpoint)),
      () => response.writeHead(503).end(),
    );
  });
  return server.listen(port);
}
