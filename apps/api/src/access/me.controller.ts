import type { Access } from '@juesuan/access';
import { Body, Controller, Get, HttpCode, Inject, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ChangePasswordDto } from './access.dto';
import { AccessTokens } from './access-tokens';
import { SignedInDto, userAnswer, UserDto } from './answers.dto';
import { sendRefreshToken } from './refresh-cookie';
import { AnyRole, BeforePasswordChange, type SignedInUser, User } from './signed-in';
import { ACCESS } from './store';

/** What a user knows and changes about herself. */
@ApiTags('登录')
@Controller('me')
export class MeController {
  constructor(
    @Inject(ACCESS) private readonly access: Access,
    private readonly tokens: AccessTokens,
  ) {}

  /** 本人的姓名、角色和单位 */
  @Get()
  @AnyRole()
  @BeforePasswordChange()
  async me(@User() { name }: SignedInUser): Promise<UserDto> {
    return userAnswer(await this.access.user(name));
  }

  /** 修改本人的密码；其他设备上的登录随之失效 */
  @Post('password')
  @HttpCode(200)
  @AnyRole()
  @BeforePasswordChange()
  async changePassword(
    @User() { name }: SignedInUser,
    @Body() { current, next }: ChangePasswordDto,
    @Res({ passthrough: true }) response: FastifyReply,
  ): Promise<SignedInDto> {
    const session = await this.access.changePassword(name, current, next);
    sendRefreshToken(response, session.refreshToken);
    return { ...(await this.tokens.issue(session)), user: userAnswer(session.user) };
  }
}
