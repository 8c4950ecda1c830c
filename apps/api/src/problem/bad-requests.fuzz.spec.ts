import fc from 'fast-check';
import { handlersOf } from '../../testing/handlers';
import { assertDescribed } from '../../testing/described';
import { PASSWORD, type Service, startService } from '../../testing/service';

const REQUESTS = Number(process.env['FUZZ_RUNS'] ?? 2_000);
const AT_ONCE = 16;
/** Requests sent with one token: it lives ten minutes, and all of them last longer than that on a slow machine. */
const WITH_ONE_TOKEN = 1000;

let service: Service;
let officer: { token: string };
let administrator: { token: string };
beforeAll(async () => {
  service = await startService();
  officer = await service.join('officer', '经办', ['700']);
  administrator = await service.join('administrator', '管理员');
  const body = { unitName: '七百', unitType: 'institution' };
  await service.ask('POST /api/units/700/years/2023/open', { ...administrator, body, headers: key('opens-it') });
  const line = LINE;
  const allocated = { line, amount: '1000.00', origin: 'current' };
  await service.ask('POST /api/units/700/years/2023/original-budget', {
    ...officer,
    body: allocated,
    headers: key('gives-it'),
  });
});
afterAll(() => service.close());

const LINE = { fundSource: 'generalPublic', item: '2080101', kind: 'basic', project: '' };
const key = (text: string) => ({ 'Idempotency-Key': `key-${text}` });

/** Bodies that would be right, by the end of an address. */
const RIGHT: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'original-budget': { line: LINE, amount: '5.00', origin: 'current' },
  supplements: { documentNumber: '文1', date: '2023-03-01', purpose: '事由', line: LINE, amount: '5.00' },
  virements: {
    documentNumber: '文2',
    date: '2023-03-01',
    purpose: '事由',
    from: LINE,
    to: { ...LINE, kind: 'project', project: '甲' },
    amount: '1',
  },
  payments: { voucher: 'V1', date: '2023-03-02', summary: '', line: LINE, economicItem: '30201', amount: '3.00' },
  income: {
    voucher: 'S1',
    date: '2023-03-02',
    summary: '',
    fundSource: 'generalPublic',
    item: '2080101',
    amount: '3.00',
  },
  freezes: { freezeId: 'C1', line: LINE, date: '2023-03-02', purpose: '合同', amount: '2.00' },
  adjustments: {
    adjustmentId: 'T1',
    documentNumber: '文3',
    date: '2023-03-02',
    purpose: '事由',
    entries: [{ type: 'supplement', line: LINE, amount: '9.00' }],
  },
};

/** Nothing of this is right anywhere: not as a text, an amount, a date, a line, a list or an object. */
const junk = fc.oneof(
  fc.constantFrom(
    null,
    true,
    -1,
    0,
    1e308,
    0.1 + 0.2,
    [],
    [[]],
    {},
    { $gt: '' },
    '\u0000',
    '\uD800',
    '-5',
    '1e3',
    '1.005',
    '9'.repeat(40),
    'NaN',
    '2023-02-30',
    '9999-01-01',
    "'; DROP TABLE event; --",
  ),
  fc.double(),
  fc.array(fc.anything(), { maxLength: 3 }),
  fc.string({ minLength: 2_001, maxLength: 3_000 }),
);

interface Bad {
  readonly what: string;
  readonly token: string | null;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

const sends = (over: Partial<Bad> & { what: string }): Bad => ({
  token: officer.token,
  body: '{}',
  headers: key(Math.abs(over.what.length).toString().padStart(8, 'k')),
  ...over,
});

const address = (end: string): string => `POST /api/units/700/years/2023/${end}`;
const ends = fc.constantFrom(...Object.keys(RIGHT));

/** A right body with one field spoilt, one too many, or one missing. */
const spoilt = fc
  .tuple(ends, fc.nat(), junk, fc.constantFrom('spoilt', 'extra', 'missing'))
  .map(([end, which, value, how]) => {
    const body: Record<string, unknown> = { ...RIGHT[end] };
    const field = how === 'extra' ? '__proto' : (required(end)[which % required(end).length] ?? '');
    if (how === 'missing') delete body[field];
    else body[field] = value;
    return sends({ what: address(end), body: JSON.stringify(body) ?? '', headers: key(`spoilt-${which}`) });
  });

/** Fields with a default may be missing, and some texts may say anything. */
const required = (end: string): string[] =>
  Object.keys(RIGHT[end] ?? {}).filter(
    (field) =>
      ![
        'summary',
        'origin',
        'economicItem',
        'purpose',
        'documentNumber',
        'voucher',
        'freezeId',
        'adjustmentId',
      ].includes(field),
  );

const broken = fc
  .tuple(ends, fc.string({ maxLength: 200 }))
  .map(([end, text]) => sends({ what: address(end), body: `{"line":${text}` }));
const unsigned = fc
  .tuple(ends, fc.constantFrom(null, 'x', 'e30.e30.e30'))
  .map(([end, token]) => sends({ what: address(end), token, body: JSON.stringify(RIGHT[end]) }));
const foreign = fc.tuple(ends, fc.string({ minLength: 1, maxLength: 20 })).map(([end, unit]) =>
  sends({
    what: `POST /api/units/${encodeURIComponent(`x${unit}`)}/years/2023/${end}`,
    body: JSON.stringify(RIGHT[end]),
  }),
);
const keyless = ends.map((end) => sends({ what: address(end), body: JSON.stringify(RIGHT[end]), headers: {} }));
const replayed = ends.map((end) =>
  sends({ what: address(end), body: JSON.stringify({ ...RIGHT[end], amount: '7.77' }), headers: key('gives-it') }),
);
const otherYears = fc
  .tuple(ends, fc.constantFrom('0', '-1', '1e9', 'abc', '2024', '99999999999999999999'))
  .map(([end, year]) => sends({ what: `POST /api/units/700/years/${year}/${end}`, body: JSON.stringify(RIGHT[end]) }));
/** Any handler with an address and a body nobody would write. */
const anywhere = fc
  .tuple(fc.nat(), fc.string({ maxLength: 30 }), fc.json({ maxDepth: 3 }))
  .map(([which, text, body]) => {
    const handlers = handlersOf(service.app).filter(
      ({ path }) => !/live|metrics|sign-in|sign-out|verify|rebuild|progress|docs/.test(path),
    );
    const { method, path } = handlers[which % handlers.length]!;
    const filled = path.replace(/:\w+/g, () => encodeURIComponent(text === '' ? '?' : text));
    return sends({
      what: `${method} ${filled}?year=${encodeURIComponent(text)}&limit=-1&asOf=x`,
      body: method === 'GET' ? '' : body,
    });
  });

async function send({ what, token, body, headers }: Bad): Promise<number> {
  const [method = '', ...path] = what.split(' ');
  const response = await fetch(`${service.url}${path.join(' ')}`, {
    method,
    headers: {
      'Content-Type': 'application/json',
      ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(method === 'GET' ? {} : { body }),
  });
  const text = await response.text();
  assertDescribed(what, response);
  if (response.status >= 400) {
    expect([what, response.headers.get('content-type')]).toEqual([what, 'application/problem+json; charset=utf-8']);
    expect(text).not.toMatch(/\bat .*\.[jt]s:|node_modules|Error:/);
  }
  return response.status;
}

const recorded = async (): Promise<number> =>
  (await service.ask('GET /api/units/700/years/2023/journal?limit=1', officer)).body.total;

it(`${REQUESTS} bad requests are refused in words, never break the service, and record nothing`, async () => {
  const before = await recorded();
  expect(before).toBe(2);
  const statuses = new Map<number, number>();
  for (let sent = 0; sent < REQUESTS; sent += WITH_ONE_TOKEN) {
    officer = await signInAnew();
    const numRuns = Math.min(WITH_ONE_TOKEN, REQUESTS - sent);
    for (const status of await sendAll(fc.sample(bad, { numRuns, seed: 20231231 + sent }))) {
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect(await recorded()).toBe(before);
  }
  expect([...statuses.keys()].filter((status) => status >= 400).length).toBeGreaterThan(5);
});

const bad = fc.oneof(spoilt, spoilt, broken, unsigned, foreign, keyless, replayed, otherYears, anywhere);

async function signInAnew(): Promise<{ token: string }> {
  const { body } = await service.ask('POST /api/sign-in', { body: { name: '经办', password: PASSWORD } });
  return { token: body.accessToken };
}

async function sendAll(requests: readonly Bad[]): Promise<number[]> {
  const statuses: number[] = [];
  const next = requests[Symbol.iterator]();
  const worker = async (): Promise<void> => {
    for (const request of { [Symbol.iterator]: () => next }) {
      const status = await send(request);
      if (status >= 500) throw new Error(`${status}: ${JSON.stringify(request)}`);
      statuses.push(status);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return statuses;
}
