import { type Service, startService } from '../../testing/service';

let service: Service;
beforeAll(async () => {
  service = await startService();
  const { token } = await service.join('administrator', '管理员');
  const opens: [string, number][] = [
    ['700', 2016],
    ['800', 2009],
    ['700', 2023],
  ];
  for (const [unit, year] of opens) {
    const body = { unitName: unit, unitType: 'institution' };
    const headers = { 'Idempotency-Key': `opens-${unit}-${year}` };
    expect((await service.ask(`POST /api/units/${unit}/years/${year}/open`, { token, body, headers })).status).toBe(
      201,
    );
  }
});
afterAll(() => service.close());

it.each([
  ['officer', ['700'], [2023, 2016]],
  ['supervisor', ['800'], [2009]],
  ['officer', ['900'], []],
  ['administrator', [], [2023, 2016, 2009]],
] as const)('a year is told to the %s of %j where a unit she may see opened it', async (role, units, years) => {
  const { token } = await service.join(role, `${role}-${units.join()}`, units);
  expect((await service.ask('GET /api/units/years', { token })).body).toEqual(years);
});
