import { type Service, startService } from '../../testing/service';

const PEOPLE = { fundSource: 'generalPublic', item: '2080101', kind: 'basic', project: '' };
const OFFICE = { fundSource: 'generalPublic', item: '2010301', kind: 'basic', project: '' };

let service: Service;
let [administrator, officer] = ['', ''];
let sent = 0;

beforeAll(async () => {
  service = await startService();
  ({ token: administrator } = await service.join('administrator', '管理员'));
  ({ token: officer } = await service.join('officer', '经办', ['700']));
  for (const [year, office, people] of YEARS) await yearOf(year, office, people);
});
afterAll(() => service.close());

/** Each year 100,000 budgeted for each of two classes, and paid so much. */
const YEARS = [
  [2021, '100000.00', '92000.00'],
  [2022, '96000.00', '100000.00'],
  [2023, '88000.00', '72000.00'],
] as const;

async function yearOf(year: number, office: string, people: string) {
  const tell = async (end: string, body: object, token = officer) => {
    const headers = { 'Idempotency-Key': `outturn-${++sent}` };
    const answer = await service.ask(`POST /api/units/700/years/${year}/${end}`, { token, body, headers });
    expect(answer).toMatchObject({ body: { repeated: false } });
  };
  await tell('open', { unitName: '七百', unitType: 'institution' }, administrator);
  for (const [line, economicItem, amount] of [
    [OFFICE, '30201', office],
    [PEOPLE, '30101', people],
  ] as const) {
    await tell('original-budget', { line, economicItem, amount: '100000.00' });
    await tell('payments', { voucher: `V${sent}`, date: `${year}-11-30`, line, economicItem, amount });
  }
  if (year !== 2023) return;
  const document = { documentNumber: '财预〔2023〕1号', date: '2023-12-01', purpose: '补助' };
  await tell('supplements', { line: OFFICE, amount: '5000.00', ...document });
}

const outturn = async (year: number, query = '') =>
  (await service.ask(`GET /api/units/700/years/${year}/monitoring/outturn?${query}`, { token: officer })).body;

it('puts original, final and actual side by side by functional class, and in total', async () => {
  const { rows, total, asOf } = await outturn(2023, 'asOf=2023-12-31');
  expect(asOf).toBe('2023-12-31');
  expect(rows).toMatchObject([
    {
      key: '201',
      name: '一般公共服务支出',
      changes: { wan: '0.50' },
      left: { wan: '1.70' },
      variance: { wan: '-1.20' },
    },
    { key: '208', final: { wan: '10.00' }, actual: { wan: '7.20' }, left: { wan: '2.80' }, changes: { fen: 0 } },
  ]);
  expect(total).toMatchObject({
    name: '合计',
    original: { wan: '20.00' },
    final: { wan: '20.50' },
    actual: { wan: '16.00' },
  });
  expect((await outturn(2023, 'asOf=2023-11-30')).total.final.wan).toBe('20.00');
});

it('scores three completed years, and shows the composition behind the figure', async () => {
  const { indicators, byFunction, byEconomicClass } = await outturn(2023);
  // 192,000, 196,000 and 160,000 of 200,000; two years within 95–105 %.
  expect(indicators[0]).toMatchObject({
    id: 'PI-1',
    score: 'A',
    notScored: null,
    years: [
      { year: 2021, percent: '96.00' },
      { year: 2022, percent: '98.00' },
      { year: 2023, percent: '80.00' },
    ],
  });
  // Of 160,000 each class was to have 80,000: 8,000 off both ways, 16,000 ÷ 160,000; 8,000 ÷ 192,000; 4,000 ÷ 196,000.
  expect(indicators.slice(1).map(({ score }: { score: string }) => score)).toEqual(['A', 'A']);
  expect(indicators[1].years.map(({ percent }: { percent: string }) => percent)).toEqual(['4.17', '2.04', '10.00']);
  expect(byFunction).toMatchObject({
    percent: '10.00',
    rows: [{ adjusted: { wan: '8.00' } }, { adjusted: { wan: '8.00' } }],
  });
  expect(byEconomicClass.rows.map(({ name }: { name: string }) => name)).toEqual(['工资福利支出', '商品和服务支出']);
});

it('gives no score to a year that goes on or stands without those before it, and says why', async () => {
  const early = (await outturn(2023, 'asOf=2023-11-30')).indicators[0];
  expect(early).toMatchObject({ score: null, notScored: '不评级：需要三个完整年度，2023 年度尚未结束。' });
  const first = (await outturn(2021)).indicators[0];
  expect(first.years).toEqual([{ year: 2021, percent: '96.00', reason: null }]);
  expect(first.notScored).toBe('不评级：需要三个完整年度，没有记录 2019、2020 年度。');
});
