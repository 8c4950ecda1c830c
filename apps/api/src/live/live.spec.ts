import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { type Service, startService } from '../../testing/service';

let service: Service;
beforeAll(async () => void (service = await startService({ LIVE_BEAT_SECONDS: '0.1' })));
afterAll(() => service.close());

interface Told {
  readonly unit: string;
  readonly count: number;
  readonly events: readonly { readonly words: string }[];
}

interface Message {
  readonly event: string;
  readonly id: string;
  readonly changes: readonly Told[];
}

interface Watcher {
  /** Everything told until it is enough; the watching ends with it. */
  until(enough: (heard: readonly Message[]) => boolean): Promise<Message[]>;
}

async function watch(token: string, after?: string): Promise<Watcher> {
  const stop = new AbortController();
  const headers = { Authorization: `Bearer ${token}`, ...(after === undefined ? {} : { 'Last-Event-ID': after }) };
  const response = await fetch(`${service.url}/api/live`, { headers, signal: stop.signal });
  expect(response.status).toBe(200);
  return {
    until: async (enough) => {
      const heard: Message[] = [];
      let text = '';
      for await (const piece of response.body!.pipeThrough(new TextDecoderStream())) {
        const whole = `${text}${piece}`.split('\n\n');
        text = whole.pop() ?? '';
        heard.push(...whole.filter((message) => message.includes('event: ')).map(messageIn));
        if (enough(heard)) break;
      }
      stop.abort();
      return heard;
    },
  };
}

function messageIn(text: string): Message {
  const field = (name: string): string => new RegExp(`^${name}: (.*)$`, 'm').exec(text)?.[1] ?? '';
  const event = field('event');
  return { event, id: field('id'), changes: event === 'recorded' ? (JSON.parse(field('data')) as Told[]) : [] };
}

const recorded = (heard: readonly Message[]): Message[] => heard.filter(({ event }) => event === 'recorded');
const changesOf = (heard: readonly Message[]): Told[] => heard.flatMap(({ changes }) => changes);
const wordsOf = (heard: readonly Message[]): string[] =>
  changesOf(heard).flatMap(({ events }) => events.map(({ words }) => words));
const beats =
  (count: number) =>
  (heard: readonly Message[]): boolean =>
    heard.length >= count && heard.every(({ event }) => event === 'beat');
const wordsCount =
  (count: number) =>
  (heard: readonly Message[]): boolean =>
    wordsOf(heard).length >= count;
const meetings = (value: string): string => `其他事项，会议次数 ${value}`;

let key = 0;
const command = (token: string, body: object) => ({
  token,
  body,
  headers: { 'Idempotency-Key': `live-test-${key++}` },
});

async function open(token: string, unit: string, parentCode?: string): Promise<void> {
  const body = {
    unitName: `单位${unit}`,
    unitType: 'institution',
    ...(parentCode === undefined ? {} : { parentCode }),
  };
  const { status } = await service.ask(`POST /api/units/${unit}/years/2023/open`, command(token, body));
  expect(status).toBe(201);
}

async function disclose(token: string, unit: string, value: string): Promise<void> {
  const path = `/api/units/${unit}/years/2023/disclosures/${encodeURIComponent('会议次数')}`;
  const { status } = await service.ask(`PUT ${path}`, command(token, { value }));
  expect(status).toBe(200);
}

describe('the live stream', () => {
  it('beats also where nothing has been recorded, and whoever comes again from there hears that something was', async () => {
    const { token } = await service.join('officer', '第一个经办', ['700']);
    const heard = await (await watch(token)).until(beats(3));
    expect(heard.map(({ event }) => event)).toEqual(['beat', 'beat', 'beat']);
    const [first] = await (await watch(token, heard.at(-1)?.id)).until(({ length }) => length > 0);
    expect(first?.event).toBe('reset');
  });

  it('tells what colleagues record on the units one may see, and nothing else', async () => {
    const administrator = await service.join('administrator', '管理员');
    for (const unit of ['700', '800']) await open(administrator.token, unit);
    const seven = await service.join('officer', '七百经办', ['700']);
    const eight = await service.join('officer', '八百经办', ['800']);
    const watcher = await watch(seven.token);
    await disclose(eight.token, '800', '1');
    await disclose(seven.token, '700', '2');
    await disclose(eight.token, '800', '3');
    await disclose(seven.token, '700', '4');
    const told = await watcher.until(wordsCount(2));
    expect(wordsOf(told)).toEqual([meetings('2'), meetings('4')]);
    expect(new Set(changesOf(told).map(({ unit }) => unit))).toEqual(new Set(['700']));
  });

  it('goes on after the last event seen, without gap or double', async () => {
    await open((await service.join('administrator', '管理员二')).token, '710');
    const { token } = await service.join('officer', '七一〇经办', ['710']);
    const watcher = await watch(token);
    await disclose(token, '710', 'A');
    const { id } = (await watcher.until(wordsCount(1))).at(-1)!;
    // Recorded while nobody watched:
    await disclose(token, '710', 'B');
    await disclose(token, '710', 'C');
    const again = await watch(token, id);
    await disclose(token, '710', 'D');
    expect(wordsOf(await again.until(wordsCount(3)))).toEqual(['B', 'C', 'D'].map(meetings));
  });

  it('tells a watcher who has heard nothing but beats what is recorded while she is away', async () => {
    await open((await service.join('administrator', '管理员三')).token, '720');
    const { token } = await service.join('officer', '七二〇经办', ['720']);
    const [first, ...later] = await (await watch(token)).until(beats(4));
    expect(later.map(({ id }) => id)).toEqual(later.map(() => first!.id));
    await disclose(token, '720', 'A');
    const again = await watch(token, later.at(-1)!.id);
    await disclose(token, '720', 'B');
    expect(wordsOf(await again.until(wordsCount(2)))).toEqual(['A', 'B'].map(meetings));
  });

  it('tells first who comes with a position that is none of the log’s, and goes on from now', async () => {
    await open((await service.join('administrator', '管理员四')).token, '730');
    const { token } = await service.join('officer', '七三〇经办', ['730']);
    for (const false_ of ['30', '9'.repeat(16), 'x']) {
      const watcher = await watch(token, false_);
      await disclose(token, '730', `在${false_}之后`);
      const heard = await watcher.until(wordsCount(1));
      expect(wordsOf(heard)).toEqual([meetings(`在${false_}之后`)]);
      expect(heard.map(({ event }) => event).filter((event) => event !== 'beat')).toEqual(['reset', 'recorded']);
      expect(heard[0]!.event).toBe('reset');
      expect((await (await watch(token, heard[0]!.id)).until(wordsCount(1)))[0]!.event).toBe('beat');
    }
  });

  it('tells what is recorded together on several units with one message, which is passed with its position', async () => {
    const { token } = await service.join('administrator', '管理员五');
    await open(token, '740');
    await open(token, '741', '740');
    const watcher = await watch(token);
    const body = { date: '2023-12-31', dispositions: [] };
    expect((await service.ask('POST /api/units/740/years/2023/close', command(token, body))).status).toBe(200);
    const [told, ...more] = recorded(await watcher.until((heard) => recorded(heard).length > 0));
    expect(told!.changes.map(({ unit }) => unit).sort()).toEqual(['740', '741']);
    expect(more).toEqual([]);
    const again = await watch(token, told!.id);
    expect((await again.until(beats(1)))[0]!.id).toBe(told!.id);
  });

  it('tells many watchers of many commands with few messages, and leaves none out', async () => {
    await open((await service.join('administrator', '管理员六')).token, '750');
    const { token } = await service.join('officer', '七五〇经办', ['750']);
    const count = 60;
    const watchers = await Promise.all(Array.from({ length: 5 }, () => watch(token)));
    const heard = watchers.map((watcher) => watcher.until((so) => sumOf(so) >= count));
    await Promise.all(Array.from({ length: count }, (_, each) => disclose(token, '750', `${each + 1}`)));
    for (const messages of await Promise.all(heard)) {
      expect(sumOf(messages)).toBe(count);
      expect(recorded(messages).length).toBeLessThan(count / 2);
    }
  });

  it.each(['signs out', 'is given other units', 'is disabled'])('ends when its watcher %s', async (what) => {
    const name = `经办${what.replaceAll(' ', '-')}`;
    const { token } = await service.join('officer', name, ['700']);
    const ended = (await watch(token)).until(() => false);
    if (what === 'signs out') await service.ask('POST /api/sign-out', { token, headers: { 'X-Juesuan': '1' } });
    else
      await service.access.changeUser(name, what === 'is disabled' ? { disabled: true } : { units: ['800'] }, 'test');
    expect((await ended).map(({ event }) => event)).not.toContain('recorded');
  });

  it('is cut off where its watcher reads no more', async () => {
    const { token } = await service.join('officer', '不读的经办', ['760']);
    const connection = once(service.app.getHttpServer() as Server, 'connection') as Promise<[Socket]>;
    const socket = connect(Number(new URL(service.url).port), '127.0.0.1');
    const [served] = await connection;
    socket.write(`GET /api/live HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\n\r\n`);
    await once(socket, 'data');
    // As where the other side's buffers are full: nothing that is written leaves.
    served.cork();
    await once(served, 'close');
    socket.destroy();
  });
});

const sumOf = (heard: readonly Message[]): number => changesOf(heard).reduce((sum, { count }) => sum + count, 0);
