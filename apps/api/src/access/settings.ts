import { z } from 'zod';
import { type Environment, usable } from '../environment';

/** Single sign-on by OpenID Connect; all of it or none. */
const oidc = z.object({
  /** Where the provider describes itself, without `/.well-known/…`. */
  OIDC_ISSUER: z.url(),
  OIDC_CLIENT_ID: z.string().min(1),
  OIDC_CLIENT_SECRET: z.string().min(1),
  /** This service's `/api/sign-in/oidc/callback`, as browsers reach it. */
  OIDC_REDIRECT: z.url(),
  /** Which claim of the ID token is the user's name here. */
  OIDC_USER_CLAIM: z.string().min(1).default('preferred_username'),
});

const environment = z.object({
  /** Has part in signing access tokens, beside the key that is made once and kept beside the users: who has the database has not both. */
  JUESUAN_SECRET: z.string().min(32).optional(),
});

export type OidcSettings = z.infer<typeof oidc>;

/** How people sign in. */
export interface AccessSettings {
  readonly secret: string | null;
  readonly oidc: OidcSettings | null;
}

/** Throws an error that names the variables where one is missing or cannot be used. */
export function accessSettingsFrom(env: Environment): AccessSettings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value));
  const wantsOidc = Object.keys(given).some((name) => name.startsWith('OIDC_'));
  const { JUESUAN_SECRET } = usable(environment, given);
  return {
    secret: JUESUAN_SECRET ?? null,
    oidc: wantsOidc ? usable(oidc, given) : null,
  };
}
