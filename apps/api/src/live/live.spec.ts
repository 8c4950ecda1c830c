import { type Service, startService } from '../../testing/service';

let service: Service;
beforeAll(async () => void (service = await startService()));
afterAll(() => service.close());

interface Told {
  readonly id: string | null;
  readonly unit: string;
  readonly words: readonly string[];
}

/** Watches until so many events were told, and answers the messages. */
async function watch(token: string, count: number, after?: string): Promise<() => Promise<Told[]>> {
  const stop = new AbortController();
  const headers = { Authorization: `Bearer ${token}`, ...(after === undefined ? {} : { 'Last-Event-ID': after }) };
  const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(20_000)]);
  const response = await fetch(`${service.url}/api/live`, { headers, signal });
  expect(response.status).toBe(200);
  return async () => {
    const told: Told[] = [];
    let text = '';
    for await (const piece of response.body!.pipeThrough(new TextDecoderStream())) {
      text += piece;
      const whole = text.split('\n\n');
      text = whole.pop() ?? '';
      told.push(...whole.flatMap(toldIn));
      if (told.flatMap(({ words }) => words).length >= count) break;
    }
    stop.abort();
    return told;
  };
}

function toldIn(message: string): Told[] {
  if (!/^event: recorded$/m.test(message)) return [];
  const [, id = null] = /^id: (.*)$/m.exec(message) ?? [];
  const [, data = '{}'] = /^data: (.*)$/m.exec(message) ?? [];
  const { unit, events } = JSON.parse(data) as { unit: string; events: { words: string }[] };
  return [{ id, unit, words: events.map(({ words }) => words) }];
}

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
  it('tells what colleagues record on the units one may see, and nothing else', async () => {
    const administrator = await service.join('administrator', '管理员');
    for (const unit of ['700', '800']) await open(administrator.token, unit);
    const seven = await service.join('officer', '七百经办', ['700']);
    const eight = await service.join('officer', '八百经办', ['800']);
    const told = await watch(seven.token, 2);
    await disclose(eight.token, '800', '1');
    await disclose(seven.token, '700', '2');
    await disclose(eight.token, '800', '3');
    await disclose(seven.token, '700', '4');
    expect((await told()).map(({ unit, words }) => [unit, ...words])).toEqual([
      ['700', '其他事项，会议次数 2'],
      ['700', '其他事项，会议次数 4'],
    ]);
  });

  it('goes on after the last event seen, without gap or double', async () => {
    await open((await service.join('administrator', '管理员二')).token, '710');
    const { token } = await service.join('officer', '七一〇经办', ['710']);
    const first = await watch(token, 1);
    await disclose(token, '710', 'A');
    const [{ id } = { id: null }] = await first();
    expect(id).not.toBeNull();
    // Recorded while nobody watched:
    await disclose(token, '710', 'B');
    await disclose(token, '710', 'C');
    const again = await watch(token, 3, id ?? '');
    await disclose(token, '710', 'D');
    const words = (await again()).flatMap((each) => each.words);
    expect(words).toEqual(['B', 'C', 'D'].map((value) => `其他事项，会议次数 ${value}`));
  });
});
