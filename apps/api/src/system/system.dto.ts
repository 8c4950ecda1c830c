import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';

/** 运行状况 */
export class HealthDto {
  status!: string;
  /** 事件库中的事件数；不能廉价得知时为 null */
  events!: number | null;
  /** 读库还没有计入的事件数 */
  lag!: number | null;
}

/** 哈希链核对的结果 */
export class VerificationDto {
  events!: number;
  streams!: number;
  /** 第一个被改动的地方；为 null 即全部相符 */
  damage!: DamageDto | null;
}

export class DamageDto {
  position!: string | null;
  stream!: string | null;
  revision!: number | null;
  says!: string;
}

/** 重建读库的进度与结果 */
export class RebuildDto {
  /** idle 没有在重建、running 进行中、done 已完成、failed 失败 */
  state!: string;
  /** 已处理的事件数 */
  events!: number;
  /** 事件总数；不知道时为 null */
  total!: number | null;
  /** 一句话：结果或失败的原因 */
  says!: string;
}

export class BookPath {
  @ApiProperty({ enum: ['functional', 'economic'] })
  @IsIn(['functional', 'economic'])
  book!: 'functional' | 'economic';
}

/** 一个科目编码 */
export class CodeDto {
  code!: string;
  name!: string;
  /** 生效日期；为 null 即一直有效 */
  from!: string | null;
  to!: string | null;
}

/** 导入编码的结果 */
export class DefinedDto {
  /** 新增几条 */
  added!: number;
}
