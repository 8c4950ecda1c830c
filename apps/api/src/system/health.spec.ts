import { READ_STORE } from '@juesuan/application';
import type { ReadStore } from '@juesuan/read-store';
import { type Service, startService } from '../../testing/service';

describe('the service’s health', () => {
  let service: Service;
  beforeEach(async () => void (service = await startService()));
  afterEach(() => service.close());

  it('is ready while both stores can be read', async () => {
    expect(await service.ask('GET /api/health/ready')).toMatchObject({
      status: 200,
      body: { status: 'ready', lag: 0 },
    });
  });

  it('is not ready, and still alive, when one cannot', async () => {
    service.app.get<ReadStore>(READ_STORE).checkpoint = () => Promise.reject(new Error('the disk is gone'));
    const { status, body } = await service.ask('GET /api/health/ready');
    expect({ status, code: body.code }).toEqual({ status: 503, code: 'store-unavailable' });
    expect(JSON.stringify(body)).not.toContain('disk');
    expect(await service.ask('GET /api/health/live')).toMatchObject({ status: 200 });
  });
});
