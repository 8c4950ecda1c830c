import { type LogAction, type LogEntry, type Role, ROLES, type User } from '@juesuan/access';
import { ApiProperty } from '@nestjs/swagger';

/** 用户 */
export class UserDto {
  name!: string;
  displayName!: string;
  @ApiProperty({ enum: ROLES, isArray: true })
  roles!: readonly Role[];
  /** 单位编码，每个代表该单位及其所有下级；管理角色管全部单位，不受此限 */
  units!: string[];
  disabled!: boolean;
  /** 正在使用一次性密码，须先修改 */
  mustChangePassword!: boolean;
  /** 上次登录的时间（UTC） */
  lastSignIn!: string | null;
  /** 登录失败次数过多，锁定到此时间（UTC） */
  lockedUntil!: string | null;
}

/** 登录成功：访问令牌放在 Authorization: Bearer 请求头中；刷新令牌在 Cookie 中 */
export class SignedInDto {
  accessToken!: string;
  expiresInSeconds!: number;
  user!: UserDto;
}

/** 可用的登录方式 */
export class WaysDto {
  /** 可以经单点登录（OpenID Connect）登录 */
  oidc!: boolean;
}

/** 一次性密码，只显示这一次 */
export class OneTimePasswordDto {
  name!: string;
  password!: string;
}

/** 用户管理日志的一条 */
export class LogEntryDto {
  /** 时间（UTC） */
  at!: string;
  by!: string;
  @ApiProperty({ type: String })
  action!: LogAction;
  whom!: string;
  @ApiProperty({ type: Object, additionalProperties: true })
  detail!: LogEntry['detail'];
}

const instant = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

export const userAnswer = ({ generation: _generation, ...user }: User): UserDto => ({
  ...user,
  units: [...user.units],
  lastSignIn: instant(user.lastSignIn),
  lockedUntil: instant(user.lockedUntil),
});

export const logAnswer = (entry: LogEntry): LogEntryDto => ({ ...entry, at: new Date(entry.at).toISOString() });
