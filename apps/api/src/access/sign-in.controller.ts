import { type Access, type Session } from '@juesuan/access';
import { RuleViolation } from '@juesuan/kernel';
import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SkipThrottle, Throttle } from '@nestjs/throttler';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { API_SETTINGS, type ApiSettings } from '../settings';
import { SignInDto } from './access.dto';
import { AccessTokens } from './access-tokens';
import { SignedInDto, userAnswer, WaysDto } from './answers.dto';
import { OwnPagesGuard } from './guards';
import { LimitsGuard, REFRESHES } from './limits';
import { clearRefreshToken, readRefreshToken, sendRefreshToken } from './refresh-cookie';
import { AnyRole, BeforePasswordChange, Public, type SignedInUser, User } from './signed-in';
import { ACCESS } from './store';

/** Signing in and out. The access token is in the answer, the refresh token in a cookie that only these addresses get. */
@ApiTags('登录')
@Controller()
export class SignInController {
  constructor(
    @Inject(ACCESS) private readonly access: Access,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
    private readonly tokens: AccessTokens,
  ) {}

  /** 可用的登录方式 */
  @Get('sign-in')
  @Public()
  ways(): WaysDto {
    return { oidc: this.settings.access.oidc !== null };
  }

  /** 用用户名和密码登录 */
  @Post('sign-in')
  @HttpCode(200)
  @Public()
  @UseGuards(LimitsGuard)
  async signIn(
    @Body() { name, password }: SignInDto,
    @Res({ passthrough: true }) response: FastifyReply,
  ): Promise<SignedInDto> {
    return this.answer(await this.access.signIn(name, password), response);
  }

  /** 用 Cookie 中的刷新令牌换新的访问令牌 */
  @Post('sign-in/refresh')
  @HttpCode(200)
  @Public()
  @UseGuards(OwnPagesGuard, LimitsGuard)
  @Throttle(REFRESHES)
  @SkipThrottle({ name: true })
  async refresh(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) response: FastifyReply,
  ): Promise<SignedInDto> {
    const token = readRefreshToken(request);
    if (token === null) throw new RuleViolation('session-expired', '没有登录或登录已过期，请重新登录。');
    return this.answer(await this.access.refresh(token), response);
  }

  /** 退出登录 */
  @Post('sign-out')
  @HttpCode(204)
  @AnyRole()
  @BeforePasswordChange()
  @UseGuards(OwnPagesGuard)
  async signOut(@User() user: SignedInUser, @Res({ passthrough: true }) response: FastifyReply): Promise<void> {
    await this.access.signOut(user.session);
    clearRefreshToken(response);
  }

  /** 在所有设备上退出登录 */
  @Post('sign-out-everywhere')
  @HttpCode(204)
  @AnyRole()
  @BeforePasswordChange()
  @UseGuards(OwnPagesGuard)
  async signOutEverywhere(
    @User() user: SignedInUser,
    @Res({ passthrough: true }) response: FastifyReply,
  ): Promise<void> {
    await this.access.signOutEverywhere(user.name);
    clearRefreshToken(response);
  }

  private async answer(session: Session, response: FastifyReply): Promise<SignedInDto> {
    sendRefreshToken(response, session.refreshToken);
    return { ...(await this.tokens.issue(session)), user: userAnswer(session.user) };
  }
}
