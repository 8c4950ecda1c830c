import { SESSION_LIFE_MS } from '@juesuan/access';
import type { CookieOptions, Request, Response } from 'express';

const NAME = 'juesuan_refresh';

/** No script reads it, no other site makes a browser send it, and only signing in again gets it. */
const options = ({ secure }: Request): CookieOptions => ({
  httpOnly: true,
  sameSite: 'strict',
  path: '/api/sign-in',
  secure,
});

export const readRefreshToken = (request: Request): string | null => cookieOf(request, NAME);

export function sendRefreshToken(response: Response, token: string): void {
  response.cookie(NAME, token, { ...options(response.req), maxAge: SESSION_LIFE_MS });
}

export function clearRefreshToken(response: Response): void {
  response.clearCookie(NAME, options(response.req));
}

/** A cookie as cookie-parser read it; it makes objects of what begins with `j:`. */
export function cookieOf(request: Request, name: string): string | null {
  const value = (request.cookies as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : null;
}
