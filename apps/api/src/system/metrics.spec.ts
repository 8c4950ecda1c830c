import { type Service, startService } from '../../testing/service';

const TOKEN = 'for-the-measuring-office';
const FROM_ELSEWHERE = { 'X-Forwarded-For': '192.0.2.7' };
const sent = (token: string) => ({ ...FROM_ELSEWHERE, Authorization: `Bearer ${token}` });

describe('the metrics', () => {
  let service: Service;
  const status = async (headers: Record<string, string>) => (await service.ask('GET /api/metrics', { headers })).status;

  afterEach(() => service.close());

  it('are for this machine only where no token is set', async () => {
    service = await startService();
    expect(await status({})).toBe(200);
    expect(await status(FROM_ELSEWHERE)).toBe(403);
    expect(await status(sent(TOKEN))).toBe(403);
    expect(await status({ Forwarded: 'for=192.0.2.7' })).toBe(403);
  });

  it('are for who has the token, wherever she asks', async () => {
    service = await startService({ METRICS_TOKEN: TOKEN });
    expect(await status(sent(TOKEN))).toBe(200);
    expect(await status(sent('another-token-of-24-bytes'))).toBe(403);
    expect(await status(FROM_ELSEWHERE)).toBe(403);
  });
});
