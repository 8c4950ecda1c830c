import { mayRead } from '@juesuan/access';
import { type Change, type Changes, LiveChanges } from '@juesuan/application';
import { Controller, Headers, Inject, type MessageEvent, Query, Req, Sse } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { concatMap, EMPTY, filter, interval, map, merge, Observable, of, takeUntil, timer } from 'rxjs';
import { AnyRole, type SignedInUser, User } from '../access/signed-in';
import { UnitTrees } from '../access/unit-trees';
import { eventDto } from '../reading/printing';
import { API_SETTINGS, type ApiSettings } from '../settings';
import { LiveQuery } from './live.dto';
import { OpenStreams } from './open-streams';

/** No longer than an access token is good: the watcher comes again, with her last position and a fresh one. */
const LONGEST_MS = 10 * 60_000;
/** An import of a hundred thousand rows is told as that, not row by row. */
const TOLD_EVENTS = 20;

/** What was recorded, as it is recorded, on the units one may see. */
@ApiTags('实时')
@Controller('live')
export class LiveController {
  constructor(
    private readonly live: LiveChanges,
    private readonly trees: UnitTrees,
    private readonly streams: OpenStreams,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  /** 新记录的事项（SSE，每条消息是同时记录的各单位变动）；断线后带 Last-Event-ID 重连，不漏不重；记录里没有那个位置时先收到 reset */
  @Sse()
  @AnyRole()
  watch(
    @User() user: SignedInUser,
    @Req() request: FastifyRequest,
    @Query() { year }: LiveQuery,
    @Headers('last-event-id') lastSeen?: string,
  ): Observable<MessageEvent> {
    // Nest numbers a message without an id, and a watcher would take the number for her place: every one carries a position.
    let told: string | null = null;
    const recorded = this.live.watch(lastSeen ?? null).pipe(
      concatMap((changes) => this.visible(user, changes, year)),
      concatMap((changes, index) => {
        told = changes.position;
        if (index === 0) return of(begun(changes));
        return changes.changes.length === 0 ? EMPTY : of(recordedMessage(changes));
      }),
    );
    const beats = interval(this.settings.liveBeatMs).pipe(
      filter(() => told !== null),
      map(() => beat(told ?? '')),
    );
    return this.streams.open(request, merge(recorded, beats).pipe(takeUntil(timer(LONGEST_MS))));
  }

  private async visible(user: SignedInUser, changes: Changes, wanted: number | undefined): Promise<Changes> {
    const visible: Change[] = [];
    for (const change of changes.changes) {
      if (wanted !== undefined && change.year !== wanted) continue;
      if (mayRead(user, change.unit, await this.trees.of(change.year, change.unit))) visible.push(change);
    }
    return { ...changes, changes: visible };
  }
}

/** No position: whoever comes again with it begins anew. */
const NOTHING_YET = 'none';

const beat = (position: string): MessageEvent => ({ type: 'beat', id: position || NOTHING_YET, data: '' });

/** What she knows may be of another log: she forgets it, and asks anew for what she shows. */
const begun = ({ position, anew }: Changes): MessageEvent =>
  anew ? { type: 'reset', id: position, data: { detail: ANEW } } : beat(position);

const ANEW = '现有的记录里没有 Last-Event-ID 这个位置：可能恢复过备份。从现在起重新播报，请把已显示的内容重新查询。';

/** One message for all that was recorded together, so that its position is reached with it and not half-way. */
const recordedMessage = ({ position, changes }: Changes): MessageEvent => ({
  type: 'recorded',
  id: position,
  data: `[${changes.map(toldOf).join()}]`,
});

/** Hundreds watch the same change: it is put into words, and into JSON, once. */
const told = new WeakMap<Change, string>();

function toldOf(change: Change): string {
  const { unit, year, events } = change;
  const known = told.get(change);
  if (known !== undefined) return known;
  const made = JSON.stringify({ unit, year, count: events.length, events: events.slice(-TOLD_EVENTS).map(eventDto) });
  told.set(change, made);
  return made;
}
