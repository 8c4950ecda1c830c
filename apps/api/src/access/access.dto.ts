import { type Role, ROLES } from '@juesuan/access';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import { UnitCodes } from '../common/fields';

/** One line that a store can keep and a page can show. */
const LINE = /^[^\p{C}\p{Zl}\p{Zp}]*$/u;
/** Left out means: as it is. `null` means nothing, and is refused. */
const MayBeLeftOut = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);
const UNPRINTABLE = { message: '含有不能保存的字符。' };

export class SignInDto {
  /** 用户名 */
  @IsString()
  @MaxLength(64, { message: '最多 64 个字。' })
  @Matches(LINE, UNPRINTABLE)
  name!: string;

  /** 密码 */
  @IsString()
  @MaxLength(200, { message: '最多 200 个字。' })
  password!: string;
}

export class ChangePasswordDto {
  /** 原密码 */
  @IsString()
  @MaxLength(200, { message: '最多 200 个字。' })
  current!: string;

  /** 新密码，至少 10 个字符 */
  @IsString()
  @MaxLength(200, { message: '最多 200 个字。' })
  next!: string;
}

export class ChangeUserDto {
  /** 姓名 */
  @MayBeLeftOut()
  @IsString()
  @MaxLength(64, { message: '最多 64 个字。' })
  @Matches(LINE, UNPRINTABLE)
  displayName?: string;

  /** 角色：officer 经办、reviewer 审核、supervisor 监督、administrator 管理 */
  @ApiProperty({ enum: ROLES, isArray: true, required: false })
  @MayBeLeftOut()
  @IsArray()
  @ArrayMaxSize(ROLES.length, { message: '最多 4 个。' })
  @IsIn(ROLES, { each: true })
  roles?: Role[];

  /** 单位编码，每个代表该单位及其所有下级；管理角色管全部单位，不受此限 */
  @MayBeLeftOut()
  @UnitCodes(1000)
  units?: string[];

  /** 是否停用 */
  @MayBeLeftOut()
  @IsBoolean()
  disabled?: boolean;
}

export class NewUserDto {
  /** 用户名：2 至 64 个汉字、字母、数字或 . _ @ - */
  @IsString()
  @MaxLength(64, { message: '最多 64 个字。' })
  @Matches(LINE, UNPRINTABLE)
  name!: string;

  /** 姓名 */
  @IsString()
  @MaxLength(64, { message: '最多 64 个字。' })
  @Matches(LINE, UNPRINTABLE)
  displayName!: string;

  /** 角色：officer 经办、reviewer 审核、supervisor 监督、administrator 管理 */
  @ApiProperty({ enum: ROLES, isArray: true })
  @IsArray()
  @ArrayMaxSize(ROLES.length, { message: '最多 4 个。' })
  @IsIn(ROLES, { each: true })
  roles!: Role[];

  /** 单位编码，每个代表该单位及其所有下级；管理角色管全部单位，不受此限 */
  @UnitCodes(1000)
  units!: string[];
}

export class LogQuery {
  /** 最多几条 */
  @MayBeLeftOut()
  @Type(() => Number)
  @IsInt()
  @Min(1, { message: '须为 1 到 1000 的整数。' })
  @Max(1000, { message: '须为 1 到 1000 的整数。' })
  limit: number = 100;
}
