import type { Access } from '@juesuan/access';
import { RuleViolation } from '@juesuan/kernel';
import { Controller, Get, Inject, Req, Res, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SkipThrottle } from '@nestjs/throttler';
import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LimitsGuard } from './limits';
import { JOURNEY_SECONDS, Oidc } from './oidc';
import { cookieOf, sendRefreshToken } from './refresh-cookie';
import { Public } from './signed-in';
import { ACCESS } from './store';

/** Said each time: Nest has set the status to 200 by then. */
const FOUND = 302;
const JOURNEY = 'juesuan_oidc';

/** Lax: the provider, another site, sends her back with it. */
const options = ({ protocol }: FastifyRequest): CookieSerializeOptions => ({
  httpOnly: true,
  sameSite: 'lax',
  path: '/api/sign-in/oidc',
  secure: protocol === 'https',
});

/** Single sign-on, as a browser goes through it; the page then takes its access token by refreshing. */
@ApiTags('登录')
@Controller('sign-in/oidc')
@UseGuards(LimitsGuard)
@SkipThrottle({ name: true })
export class OidcController {
  constructor(
    @Inject(ACCESS) private readonly access: Access,
    private readonly oidc: Oidc,
  ) {}

  /** 转到单点登录 */
  @Get()
  @Public()
  async begin(@Req() request: FastifyRequest, @Res() response: FastifyReply): Promise<void> {
    const { url, journey } = await this.oidc.begin();
    await response.setCookie(JOURNEY, journey, { ...options(request), maxAge: JOURNEY_SECONDS }).redirect(url, FOUND);
  }

  /** 从单点登录回来；不成功时回到登录页，problem 是原因的代码 */
  @Get('callback')
  @Public()
  async callback(@Req() request: FastifyRequest, @Res() response: FastifyReply): Promise<void> {
    void response.clearCookie(JOURNEY, options(request));
    try {
      const search = request.originalUrl.replace(/^[^?]*/, '');
      const name = await this.oidc.finish(search, cookieOf(request, JOURNEY));
      sendRefreshToken(response, (await this.access.signInTrusted(name)).refreshToken);
      await response.redirect('/', FOUND);
    } catch (error) {
      if (!(error instanceof RuleViolation) || error.code === 'oidc-off') throw error;
      await response.redirect(`/sign-in?problem=${error.code}`, FOUND);
    }
  }
}
