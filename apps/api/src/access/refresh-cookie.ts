import { SESSION_LIFE_MS } from '@juesuan/access';
import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

const NAME = 'juesuan_refresh';

/** No script reads it, no other site makes a browser send it, and only signing in again gets it. */
const options = ({ protocol }: FastifyRequest): CookieSerializeOptions => ({
  httpOnly: true,
  sameSite: 'strict',
  path: '/api/sign-in',
  secure: protocol === 'https',
});

export const readRefreshToken = (request: FastifyRequest): string | null => cookieOf(request, NAME);

export function sendRefreshToken(response: FastifyReply, token: string): void {
  void response.setCookie(NAME, token, { ...options(response.request), maxAge: SESSION_LIFE_MS / 1000 });
}

export function clearRefreshToken(response: FastifyReply): void {
  void response.clearCookie(NAME, options(response.request));
}

/** What a browser kept under a name; null where it kept nothing. */
export const cookieOf = ({ cookies }: FastifyRequest, name: string): string | null => cookies[name] ?? null;
