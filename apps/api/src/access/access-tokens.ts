import { type Access, type Role, type Session } from '@juesuan/access';
import { Inject, Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { ACCESS } from './store';
import type { SignedInUser } from './signed-in';

const LIFE_SECONDS = 600;
const AUDIENCE = 'access';

interface Claims {
  readonly sub: string;
  readonly roles: readonly Role[];
  readonly units: readonly string[];
  readonly session: string;
  readonly generation: number;
  readonly mustChangePassword: boolean;
}

type Read = Claims & { readonly exp: number };

/** Some megabytes; more people than sign in within a token's life. */
const REMEMBERED = 10_000;

/** What a page keeps in memory: good for ten minutes, and no longer than its session and the user's rights stay as they are. */
export interface AccessToken {
  readonly accessToken: string;
  readonly expiresInSeconds: number;
}

@Injectable()
export class AccessTokens {
  /** Tokens whose signature was found good: computing it is worth more than the rest of reading one. */
  private readonly good = new Map<string, Read>();

  constructor(
    private readonly jwt: JwtService,
    @Inject(ACCESS) private readonly access: Access,
  ) {}

  async issue({ user, family }: Session): Promise<AccessToken> {
    const { name, roles, units, generation, mustChangePassword } = user;
    const claims: Claims = { sub: name, roles, units, session: family, generation, mustChangePassword };
    const accessToken = await this.jwt.signAsync(claims, { audience: AUDIENCE, expiresIn: LIFE_SECONDS });
    return { accessToken, expiresInSeconds: LIFE_SECONDS };
  }

  /** Who a token stands for; null where it is not ours, too old, or her rights, password or sessions have changed since. */
  async read(token: string): Promise<SignedInUser | null> {
    const claims = await this.claimsIn(token);
    if (claims === null) return null;
    const { sub: name, roles, units, session, generation, mustChangePassword } = claims;
    if ((await this.access.generation(name, session)) !== generation) return null;
    return { name, roles, units, session, mustChangePassword };
  }

  private async claimsIn(token: string): Promise<Read | null> {
    const known = this.good.get(token);
    if (known && known.exp * 1000 > Date.now()) return known;
    this.good.delete(token);
    const claims = await this.jwt.verifyAsync<Read>(token, { audience: AUDIENCE }).catch(() => null);
    if (claims === null) return null;
    if (this.good.size >= REMEMBERED) this.good.clear();
    this.good.set(token, claims);
    return claims;
  }
}
