import { follow } from '../../apps/web/src/api/live';

beforeEach(() => jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] }));
afterEach(() => jest.useRealTimers());

/** A service whose lines the test holds in its hand, and what a page heard on them. */
function stage() {
  const lines: { after: string | null; say: (text: string) => void; end: () => void; signal: AbortSignal }[] = [];
  const heard: string[] = [];
  const listen = (after: string | null, signal: AbortSignal): Promise<Response> => {
    const bytes = new TransformStream<string, string>();
    const writer = bytes.writable.getWriter();
    const say = (text: string): void => void writer.write(text);
    signal.addEventListener('abort', () => void writer.abort(new Error('aborted')));
    lines.push({ after, say, end: () => void writer.close(), signal });
    return Promise.resolve(new Response(bytes.readable.pipeThrough(new TextEncoderStream())));
  };
  const stop = follow(listen, {
    onState: (state) => heard.push(state),
    onPosition: (position) => heard.push(position),
    onReset: () => heard.push('reset'),
    onRecorded: ({ unit, year }) => heard.push(`${unit} ${year}`),
  });
  return { lines, heard, stop };
}

/** Lets so much time pass, and what is under way arrive. */
async function pass(seconds: number): Promise<void> {
  await jest.advanceTimersByTimeAsync(seconds * 1_000);
  for (let round = 0; round < 10; round++) await new Promise((resolve) => setImmediate(resolve));
}

const beat = (position: string): string => `event: beat\nid: ${position}\ndata: \n\n`;
const RECORDED = 'event: recorded\nid: 3\ndata: [{"unit":"700","year":2023,"count":1}]\n\n';

describe('a page that watches', () => {
  it('hears what is recorded and how far it has come, and returns with that', async () => {
    const { lines, heard, stop } = stage();
    await pass(0);
    lines[0]!.say(beat('2'));
    lines[0]!.say(RECORDED);
    await pass(0);
    lines[0]!.end();
    await pass(3);
    expect(heard).toEqual(['connected', '2', '3', '700 2023', 'lost', 'connected']);
    expect(lines.map(({ after }) => after)).toEqual([null, '3']);
    stop();
  });

  it('is told before anything else where the records are no longer those it knows, and goes on from there', async () => {
    const { lines, heard, stop } = stage();
    await pass(0);
    lines[0]!.say(beat('7'));
    await pass(0);
    lines[0]!.end();
    await pass(3);
    lines[1]!.say('event: reset\nid: 2\ndata: {"detail":"恢复过备份"}\n\n');
    await pass(0);
    lines[1]!.end();
    await pass(3);
    expect(heard).toEqual(['connected', '7', 'lost', 'connected', 'reset', '2', 'lost', 'connected']);
    expect(lines.map(({ after }) => after)).toEqual([null, '7', '2']);
    stop();
  });

  it('gives up a line on which nothing comes for a minute, and takes a new one', async () => {
    const { lines, heard, stop } = stage();
    await pass(0);
    for (const position of ['2', '2', '2']) {
      await pass(50);
      lines[0]!.say(beat(position));
      await pass(0);
    }
    expect(lines).toHaveLength(1);
    await pass(61);
    await pass(3);
    expect(heard.slice(-3)).toEqual(['2', 'lost', 'connected']);
    expect(lines.map(({ after, signal }) => [after, signal.aborted])).toEqual([
      [null, true],
      ['2', false],
    ]);
    stop();
  });

  it('says no more once it is closed', async () => {
    const { lines, heard, stop } = stage();
    await pass(0);
    stop();
    await pass(200);
    expect([lines.length, heard]).toEqual([1, ['connected']]);
  });
});
