import { EXPENDITURE_KINDS, type ExpenditureKind, FUND_SOURCES, type FundSource } from '@juesuan/classification';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsInt, Max, Min } from 'class-validator';
import { Code, Day, FiscalYear, Name, Optional, Words } from './fields';

/** Whose budget year an address speaks of. */
export class YearPath {
  /** 单位编码 */
  @Code(32)
  unit!: string;

  /** 财政年度 */
  @FiscalYear()
  year!: number;
}

/** 预算指标（科目行） */
export class LineDto {
  /** 资金性质 */
  @ApiProperty({ enum: Object.keys(FUND_SOURCES) })
  @IsIn(Object.keys(FUND_SOURCES))
  fundSource!: FundSource;

  /** 功能分类科目（项），七位 */
  @Code(16)
  item!: string;

  /** 支出类型 */
  @ApiProperty({ enum: Object.keys(EXPENDITURE_KINDS) })
  @IsIn(Object.keys(EXPENDITURE_KINDS))
  kind!: ExpenditureKind;

  /** 项目名称；没有项目时为空 */
  @Name(200)
  project: string = '';
}

/** 金额，由服务端排印：分（整数）、元、万元 */
export class AmountDto {
  fen!: number;
  yuan!: string;
  wan!: string;
}

/** 一次记录的回执 */
export class ReceiptDto {
  /** 记录在日志中的位置；查询时以 after= 等待它 */
  position!: string | null;
  /** 产生的事件，如 301001.2023@57 */
  events!: string[];
  /** 同样的事项此前已经记录，没有重复记录 */
  repeated!: boolean;
}

/** What had been recorded by when. */
export class KnownQuery {
  /** 只看到这一时刻为止已经记录的：RFC 3339 带时区，如 2023-06-30T18:00:00+08:00；或一天（到当天结束） */
  @Optional()
  @Words(40)
  knownAt?: string;
}

/** At which moment an account is asked for. */
export class MomentQuery extends KnownQuery {
  /** 截至业务日期 */
  @Optional()
  @Day()
  asOf?: string;
}

/** Pages of a list. */
export class PageQuery {
  /** 第几条起，0 开始 */
  @Optional()
  @Transform(({ value }) => Number(value))
  @IsInt()
  @Min(0, { message: '须为不小于 0 的整数。' })
  offset: number = 0;

  /** 最多几条 */
  @Optional()
  @Transform(({ value }) => Number(value))
  @IsInt()
  @Min(1, { message: '须为 1 到 1000 的整数。' })
  @Max(1000, { message: '须为 1 到 1000 的整数。' })
  limit: number = 100;
}
