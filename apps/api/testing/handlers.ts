import { type INestApplication, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { PUBLIC, ROLES_OF } from '../src/access/signed-in';

/** A handler of the service, as its decorators say it. */
export interface Handler {
  readonly name: string;
  readonly method: string;
  /** `/api/units/:unit/years/:year/payments`. */
  readonly path: string;
  readonly publicly: boolean;
  readonly roles: readonly string[];
}

/** Every handler of the service, with who may call it: read from the code, so that none can be forgotten. */
export function handlersOf(app: INestApplication): Handler[] {
  const reflector = new Reflector();
  const controllers = new DiscoveryService(app.get(ModulesContainer)).getControllers();
  return controllers.flatMap(({ metatype }) => {
    if (!metatype) return [];
    const prototype = metatype.prototype as Record<string, () => unknown>;
    const methods = new MetadataScanner().getAllMethodNames(prototype).flatMap((name) => prototype[name] ?? []);
    return methods
      .filter((method) => Reflect.hasMetadata(METHOD_METADATA, method))
      .map((method) => ({
        name: `${metatype.name}.${method.name}`,
        method: RequestMethod[Reflect.getMetadata(METHOD_METADATA, method) as number] ?? '',
        path: pathOf(metatype, method),
        publicly: reflector.getAllAndOverride<boolean>(PUBLIC, [method, metatype]) ?? false,
        roles: reflector.getAllAndOverride<string[]>(ROLES_OF, [method, metatype]) ?? [],
      }));
  });
}

function pathOf(...places: object[]): string {
  const [method, controller] = [places[1], places[0]].map(
    (place) => Reflect.getMetadata(PATH_METADATA, place ?? {}) as string,
  );
  const parts = ['api', controller ?? '', method ?? '']
    .flatMap((part) => part.split('/'))
    .filter((part) => part !== '');
  return `/${parts.join('/')}`;
}
