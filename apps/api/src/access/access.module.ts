import { createHmac, createSecretKey } from 'node:crypto';
import type { Access } from '@juesuan/access';
import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AfterGuard } from '../reading/after-guard';
import { CqrsModule } from '@nestjs/cqrs';
import { JwtModule } from '@nestjs/jwt';
import { API_SETTINGS, type ApiSettings } from '../settings';
import { AccessTokens } from './access-tokens';
import { RolesGuard, SignedInGuard } from './guards';
import { limits } from './limits';
import { MeController } from './me.controller';
import { Oidc } from './oidc';
import { OidcController } from './oidc.controller';
import { SignInController } from './sign-in.controller';
import { ACCESS, accessProvider, AccessShutdown } from './store';
import { UnitGuard } from './unit-guard';
import { UnitTrees } from './unit-trees';
import { UsersController } from './users.controller';

const ALGORITHM = 'HS256';

@Global()
@Module({ providers: [accessProvider, AccessShutdown], exports: [ACCESS] })
class AccessStoreModule {}

/** A restore throws the kept key away: it must have part in every signature, or tokens given out before would live on. */
const keyOf = (secret: string | null, kept: string): Buffer =>
  secret === null ? Buffer.from(kept) : createHmac('sha256', secret).update(kept).digest();

const tokens = JwtModule.registerAsync({
  inject: [ACCESS, API_SETTINGS],
  useFactory: async (access: Access, { access: { secret } }: ApiSettings) => ({
    // As a key object: a text would be tried as a public key first, for every token.
    secret: createSecretKey(keyOf(secret, await access.signingKey())),
    signOptions: { algorithm: ALGORITHM },
    verifyOptions: { algorithms: [ALGORITHM] },
  }),
});

/** Signing in, and the guards in front of every handler: who is it, and does her role allow it. */
@Global()
@Module({
  imports: [CqrsModule, AccessStoreModule, limits, tokens],
  controllers: [SignInController, MeController, UsersController, OidcController],
  providers: [
    AccessTokens,
    Oidc,
    UnitTrees,
    { provide: APP_GUARD, useClass: SignedInGuard },
    { provide: APP_GUARD, useClass: RolesGuard },
    { provide: APP_GUARD, useClass: AfterGuard },
    { provide: APP_GUARD, useClass: UnitGuard },
  ],
  exports: [UnitTrees, AccessTokens],
})
export class AccessModule {}
