import { mayRead, mayTouch } from '@juesuan/access';
import { RuleViolation } from '@juesuan/kernel';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { type Role, ROLES_OF, type SignedInUser, userOf } from './signed-in';
import { UnitTrees } from './unit-trees';

/** What an address names of a unit's year, if anything. */
interface Asked {
  Params: { readonly unit?: string; readonly year?: string };
}

/**
 * Refuses every address of a unit that is not the caller's: others' to read for supervisors of the department, to nobody else. Only
 * the roles that open the handler count: an administrator who is an officer too records for the officer's units.
 */
@Injectable()
export class UnitGuard implements CanActivate {
  constructor(
    private readonly trees: UnitTrees,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest<Asked>>();
    const { unit } = request.params;
    const year = Number(request.params.year);
    // What is no year is the validation's to refuse.
    if (unit === undefined || !Number.isSafeInteger(year)) return true;
    const user = this.entitledHere(userOf(request), context);
    const tree = await this.trees.of(year, unit);
    const may = request.method === 'GET' ? mayRead(user, unit, tree) : mayTouch(user, unit, tree);
    if (may) return true;
    throw unitNotYours(unit);
  }

  private entitledHere(user: SignedInUser, context: ExecutionContext): SignedInUser {
    const places = [context.getHandler(), context.getClass()];
    const opening = this.reflector.getAllAndOverride<Role[] | undefined>(ROLES_OF, places) ?? [];
    return { ...user, roles: user.roles.filter((role) => opening.includes(role)) };
  }
}

/** The refusal of a unit that is not the caller's. */
export const unitNotYours = (unit: string): RuleViolation =>
  new RuleViolation('unit-not-yours', `单位 ${unit} 不在您的权限范围内；如需办理，请管理员授权。`, { unit });
