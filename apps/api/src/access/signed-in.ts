import { type Role, ROLES } from '@juesuan/access';
import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

export type { Role } from '@juesuan/access';

/** Who sends a request, as her access token says. */
export interface SignedInUser {
  readonly name: string;
  readonly roles: readonly Role[];
  /** Unit codes; each stands for the unit and every unit below it. */
  readonly units: readonly string[];
  /** The signing-in that the token comes from. */
  readonly session: string;
  readonly mustChangePassword: boolean;
}

export const ROLES_OF = 'juesuan:roles';
export const PUBLIC = 'juesuan:public';
export const BEFORE_PASSWORD_CHANGE = 'juesuan:before-password-change';

/** Who may call a handler: one of these roles is enough. Every handler carries this or {@link Public}; a test demands it. */
export const Roles = (...roles: Role[]): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(ROLES_OF, roles), ApiBearerAuth());

/** Everybody who is signed in. */
export const AnyRole = (): MethodDecorator & ClassDecorator => Roles(...ROLES);

/** Anybody, signed in or not. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(PUBLIC, true);

/** May be called with a one-time password that has not been changed yet. */
export const BeforePasswordChange = (): MethodDecorator => SetMetadata(BEFORE_PASSWORD_CHANGE, true);

interface Signed {
  user?: SignedInUser;
}

/** Notes who sends a request. */
export const setUser = (request: FastifyRequest, user: SignedInUser): void => void ((request as Signed).user = user);

/** Who sends a request; there is somebody wherever a handler is not public. */
export function userOf(request: FastifyRequest): SignedInUser {
  const { user } = request as Signed;
  if (user === undefined) throw new Error('A public handler has no user.');
  return user;
}

/** The sender, as a parameter of a handler. */
export const User = createParamDecorator((_: unknown, context: ExecutionContext) =>
  userOf(context.switchToHttp().getRequest()),
);
