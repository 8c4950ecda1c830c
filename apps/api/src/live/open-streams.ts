import type { Access } from '@juesuan/access';
import { type BeforeApplicationShutdown, Inject, Injectable, type MessageEvent } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { concatMap, defer, map, Observable, Subject, takeUntil, takeWhile } from 'rxjs';
import { type SignedInUser, userOf } from '../access/signed-in';
import { ACCESS } from '../access/store';
import { API_SETTINGS, type ApiSettings } from '../settings';

/** Whoever takes nothing for so many beats reads no more; her connection would stay for ever, with what waits for her. */
const UNREAD_BEATS = 6;

/** What holds for every stream of messages, whatever it tells. The messages must beat. */
@Injectable()
export class OpenStreams implements BeforeApplicationShutdown {
  private readonly stopping = new Subject<void>();

  constructor(
    @Inject(ACCESS) private readonly access: Access,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  /**
   * The messages, until their watcher's signing-in or her rights are no longer what they were, or the service stops; then she comes
   * again, as who she is by then. Cut off where she reads no more.
   */
  open(request: FastifyRequest, messages: Observable<MessageEvent>): Observable<MessageEvent> {
    return defer(() => {
      // Nest has just switched the connection's own timeout off.
      request.raw.socket.setTimeout(UNREAD_BEATS * this.settings.liveBeatMs);
      return messages.pipe(this.whileStanding(userOf(request)), takeUntil(this.stopping));
    });
  }

  /** An open stream would keep the service from stopping; its watcher comes again when it is back. */
  beforeApplicationShutdown(): void {
    this.stopping.next();
  }

  private whileStanding({ name, session }: SignedInUser) {
    return (messages: Observable<MessageEvent>): Observable<MessageEvent> =>
      defer(() => this.access.generation(name, session)).pipe(
        concatMap((begun) =>
          messages.pipe(
            concatMap(async (message) => ({ message, now: await this.access.generation(name, session) })),
            takeWhile(({ now }) => now !== null && now === begun),
            map(({ message }) => message),
          ),
        ),
      );
  }
}
