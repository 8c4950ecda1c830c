import { RuleViolation } from '@juesuan/kernel';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import * as client from 'openid-client';
import { API_SETTINGS, type ApiSettings } from '../settings';
import type { OidcSettings } from './settings';

const AUDIENCE = 'oidc';
/** How long a person may take at the provider. */
export const JOURNEY_SECONDS = 600;

/** What the way back is checked against, kept signed in the browser meanwhile. */
interface Journey {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

type Granted = Awaited<ReturnType<typeof client.authorizationCodeGrant>>;

/** Single sign-on by OpenID Connect: authorization code with PKCE, state and nonce. Who she is comes from there, her rights from here. */
@Injectable()
export class Oidc {
  private readonly logger = new Logger('oidc');
  private discovered: Promise<client.Configuration> | null = null;

  constructor(
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
    private readonly jwt: JwtService,
  ) {}

  /** Where to send her, and what to keep in her browser until she is back. */
  async begin(): Promise<{ url: string; journey: string }> {
    const { OIDC_REDIRECT } = this.required();
    const journey: Journey = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
    };
    const url = client.buildAuthorizationUrl(await this.provider(), {
      redirect_uri: OIDC_REDIRECT,
      scope: 'openid profile',
      state: journey.state,
      nonce: journey.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(journey.verifier),
      code_challenge_method: 'S256',
    });
    const kept = await this.jwt.signAsync(journey, { audience: AUDIENCE, expiresIn: JOURNEY_SECONDS });
    return { url: url.href, journey: kept };
  }

  /** The name the provider knows her by; `oidc-failed` where the way back is not the end of the way there. `search`: `?code=…`. */
  async finish(search: string, journey: string | null): Promise<string> {
    const { OIDC_REDIRECT, OIDC_USER_CLAIM } = this.required();
    try {
      const begun = await this.jwt.verifyAsync<Journey>(journey ?? '', { audience: AUDIENCE });
      const tokens = await client.authorizationCodeGrant(await this.provider(), new URL(search, OIDC_REDIRECT), {
        expectedState: begun.state,
        expectedNonce: begun.nonce,
        pkceCodeVerifier: begun.verifier,
        idTokenExpected: true,
      });
      const name = await this.claim(tokens, OIDC_USER_CLAIM);
      if (typeof name === 'string' && name !== '') return name;
      throw new Error(`neither the ID token nor the user info has a claim ${OIDC_USER_CLAIM}`);
    } catch (error) {
      if (error instanceof RuleViolation) throw error;
      this.logger.warn(error instanceof Error ? error.message : String(error));
      throw new RuleViolation('oidc-failed', '单点登录没有完成，请重试；仍不成功请联系管理员。');
    }
  }

  /** From the ID token, or else from where the provider keeps the profile. */
  private async claim(tokens: Granted, name: string): Promise<unknown> {
    const claims = tokens.claims();
    if (claims === undefined || name in claims) return claims?.[name];
    return (await client.fetchUserInfo(await this.provider(), tokens.access_token, claims.sub))[name];
  }

  private required(): OidcSettings {
    const { oidc } = this.settings.access;
    if (oidc === null) throw new RuleViolation('oidc-off', '没有启用单点登录，请用用户名和密码登录。');
    return oidc;
  }

  /** Asks the provider once how it is to be used; again where it did not answer. */
  private provider(): Promise<client.Configuration> {
    this.discovered ??= this.discover().catch((error: unknown) => {
      this.discovered = null;
      this.logger.warn(error instanceof Error ? error.message : String(error));
      throw new RuleViolation('oidc-unavailable', '单点登录服务暂时连不上，请稍后重试，或用用户名和密码登录。');
    });
    return this.discovered;
  }

  private discover(): Promise<client.Configuration> {
    const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = this.required();
    const issuer = new URL(OIDC_ISSUER);
    // An intranet's provider may speak plain http; the settings say so.
    const execute = issuer.protocol === 'http:' ? [client.allowInsecureRequests] : [];
    return client.discovery(issuer, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, undefined, { execute });
  }
}
