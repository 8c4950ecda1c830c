import { ROLE_WORDS } from '@juesuan/access';
import { RuleViolation } from '@juesuan/kernel';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { AccessTokens } from './access-tokens';
import { BEFORE_PASSWORD_CHANGE, PUBLIC, type Role, ROLES_OF, setUser, userOf } from './signed-in';

const requestOf = (context: ExecutionContext): FastifyRequest => context.switchToHttp().getRequest();

const places = (context: ExecutionContext) => [context.getHandler(), context.getClass()];

/** Lets nobody in without an access token (`Authorization: Bearer …`), except where a handler is public. */
@Injectable()
export class SignedInGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: AccessTokens,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, places(context))) return true;
    const request = requestOf(context);
    const [, token] = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
    const user = token === undefined ? null : await this.tokens.read(token);
    if (user === null) throw new RuleViolation('not-signed-in', '没有登录或登录已失效，请重新登录。');
    if (
      user.mustChangePassword &&
      !this.reflector.getAllAndOverride<boolean>(BEFORE_PASSWORD_CHANGE, places(context))
    ) {
      throw new RuleViolation('password-change-required', '正在使用一次性密码，请先修改密码。');
    }
    setUser(request, user);
    return true;
  }
}

/** Lets in who has one of the handler's roles; a handler that names none lets nobody in. */
@Injectable()
export class RolesGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, places(context))) return true;
    const roles = this.reflector.getAllAndOverride<Role[] | undefined>(ROLES_OF, places(context)) ?? [];
    if (userOf(requestOf(context)).roles.some((role) => roles.includes(role))) return true;
    const needed = roles.map((role) => ROLE_WORDS[role]).join('、');
    throw new RuleViolation('not-permitted', `没有做这件事的权限，需要的角色：${needed}。请联系管理员。`);
  }
}

/**
 * For handlers that a cookie alone would open: a page of another site can send neither JSON nor a header of its own without being
 * asked first, and is never allowed.
 */
@Injectable()
export class OwnPagesGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = requestOf(context);
    if (request.headers['x-juesuan'] === '1' || isJson(request)) return true;
    throw new RuleViolation('own-pages-only', '请求须带请求头 X-Juesuan: 1。');
  }
}

const isJson = ({ headers }: FastifyRequest): boolean =>
  /^application\/json\s*(?:;|$)/i.test(headers['content-type'] ?? '');
