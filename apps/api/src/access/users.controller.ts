import type { Access } from '@juesuan/access';
import { Body, Controller, Get, HttpCode, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ChangeUserDto, LogQuery, NewUserDto } from './access.dto';
import { logAnswer, LogEntryDto, OneTimePasswordDto, userAnswer, UserDto } from './answers.dto';
import { Roles, type SignedInUser, User } from './signed-in';
import { ACCESS } from './store';

/** Users, for administrators; every change is in the log. */
@ApiTags('用户')
@Controller('users')
export class UsersController {
  constructor(@Inject(ACCESS) private readonly access: Access) {}

  /** 所有用户 */
  @Get()
  @Roles('administrator')
  async list(): Promise<UserDto[]> {
    return (await this.access.users()).map(userAnswer);
  }

  /** 用户管理日志，最近的在前 */
  @Get('log')
  @Roles('administrator')
  async log(@Query() { limit }: LogQuery): Promise<LogEntryDto[]> {
    return (await this.access.log(limit)).map(logAnswer);
  }

  /** 新建用户；一次性密码只显示这一次 */
  @Post()
  @Roles('administrator')
  async create(@User() { name: by }: SignedInUser, @Body() user: NewUserDto): Promise<OneTimePasswordDto> {
    const { name, password } = await this.access.createUser(user, by);
    return { name, password };
  }

  /** 修改姓名、角色、单位，停用或恢复 */
  @Patch(':name')
  @Roles('administrator')
  async change(
    @User() { name: by }: SignedInUser,
    @Param('name') name: string,
    @Body() changes: ChangeUserDto,
  ): Promise<UserDto> {
    return userAnswer(await this.access.changeUser(name, changes, by));
  }

  /** 重设密码；一次性密码只显示这一次 */
  @Post(':name/password')
  @HttpCode(200)
  @Roles('administrator')
  async resetPassword(@User() { name: by }: SignedInUser, @Param('name') name: string): Promise<OneTimePasswordDto> {
    const password = await this.access.resetPassword(name, by);
    return { name, password };
  }
}
