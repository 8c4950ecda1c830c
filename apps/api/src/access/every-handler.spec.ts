import { ROLES } from '@juesuan/access';
import { handlersOf } from '../../testing/handlers';
import { type Service, startService } from '../../testing/service';

let service: Service;
beforeAll(async () => void (service = await startService()));
afterAll(() => service.close());

it('says who may call it: anybody, or which roles', () => {
  const found = handlersOf(service.app);
  expect(found.length).toBeGreaterThan(12);
  const unclear = found.filter(({ publicly, roles }) => publicly === roles.length > 0);
  expect(unclear).toEqual([]);
  const unknown = found.filter(({ roles }) => roles.some((role) => !(ROLES as readonly string[]).includes(role)));
  expect(unknown).toEqual([]);
});
