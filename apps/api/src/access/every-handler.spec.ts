import { ROLES } from '@juesuan/access';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { type Service, startService } from '../../testing/service';
import { PUBLIC, ROLES_OF } from './signed-in';

let service: Service;
beforeAll(async () => void (service = await startService()));
afterAll(() => service.close());

/** Every handler of the service, with who may call it. */
function handlers(): { handler: string; publicly: boolean; roles: string[] }[] {
  const reflector = new Reflector();
  const controllers = new DiscoveryService(service.app.get(ModulesContainer)).getControllers();
  return controllers.flatMap(({ metatype }) => {
    const prototype = metatype?.prototype as Record<string, () => unknown>;
    const methods = new MetadataScanner().getAllMethodNames(prototype).map((name) => prototype[name]!);
    return methods
      .filter((method) => Reflect.hasMetadata(METHOD_METADATA, method))
      .map((method) => ({
        handler: `${metatype?.name}.${method.name} ${RequestMethod[Reflect.getMetadata(METHOD_METADATA, method) as number]}`,
        publicly: reflector.getAllAndOverride<boolean>(PUBLIC, [method, metatype!]) ?? false,
        roles: reflector.getAllAndOverride<string[]>(ROLES_OF, [method, metatype!]) ?? [],
      }));
  });
}

it('says who may call it: anybody, or which roles', () => {
  const found = handlers();
  expect(found.length).toBeGreaterThan(12);
  const unclear = found.filter(({ publicly, roles }) => publicly === roles.length > 0);
  expect(unclear).toEqual([]);
  const unknown = found.filter(({ roles }) => roles.some((role) => !(ROLES as readonly string[]).includes(role)));
  expect(unknown).toEqual([]);
});
