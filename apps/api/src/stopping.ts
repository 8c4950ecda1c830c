import type { Server } from 'node:http';
import { type BeforeApplicationShutdown, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';

/** Shorter than the ten seconds that Docker gives before it kills. */
const PATIENCE_MS = 5_000;
const GLANCE_MS = 100;

/**
 * What is under way when the service stops is answered; what is not answered by then is cut off. Node waits for it without end: for
 * half a request, a body that trickles in, an answer that nobody reads.
 */
@Injectable()
export class Stopping implements BeforeApplicationShutdown, OnApplicationShutdown {
  private timers: NodeJS.Timeout[] = [];

  constructor(private readonly host: HttpAdapterHost) {}

  beforeApplicationShutdown(): void {
    const server = this.host.httpAdapter.getHttpServer() as Server;
    this.timers = [
      // A connection whose request was under way is kept when that is answered, as it was promised; nobody will use it.
      setInterval(() => server.closeIdleConnections(), GLANCE_MS).unref(),
      setTimeout(() => server.closeAllConnections(), PATIENCE_MS).unref(),
    ];
  }

  /** The server is closed by now. */
  onApplicationShutdown(): void {
    this.timers.forEach(clearTimeout);
  }
}
