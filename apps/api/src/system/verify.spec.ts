import { type Service, startService } from '../../testing/service';
import { SystemController } from './system.controller';

let service: Service;
beforeAll(async () => void (service = await startService()));
afterAll(() => service.close());

it('the whole log is read once for all who ask meanwhile, and anew for who asks later', async () => {
  const controller = service.app.get(SystemController);
  const reading = controller.verify();
  expect(controller.verify()).toBe(reading);
  expect(await reading).toMatchObject({ damage: null });
  expect(controller.verify()).not.toBe(reading);
});
