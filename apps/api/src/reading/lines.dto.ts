import { EXPENDITURE_KINDS, type ExpenditureKind, FUND_SOURCES, type FundSource } from '@juesuan/classification';
import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { AmountDto, LineDto, MomentQuery, PageQuery } from '../common/common.dto';
import { Optional, Words } from '../common/fields';
import { EventDto } from './reading.dto';

/** What lines can be put together by. */
export const LINE_GROUPS = ['class', 'section', 'item', 'project', 'unit', 'fundSource', 'kind'] as const;
export type LineGrouping = (typeof LINE_GROUPS)[number];

/** 各行之和 */
export class LineTotalDto {
  original!: AmountDto;
  changes!: AmountDto;
  final!: AmountDto;
  frozen!: AmountDto;
  paid!: AmountDto;
  carriedOut!: AmountDto;
  available!: AmountDto;
  /** 执行率（百分数）；全年预算数为零时没有 */
  rate!: string | null;
}

/** 一条指标的额度 */
export class LineAccountDto extends LineTotalDto {
  unit!: string;
  line!: LineDto;
  /** 科目名称 */
  itemName!: string;
  /** 所在的组（groups 中的 key）；没有分组时为空 */
  group!: string | null;
}

/** 一组指标的小计 */
export class LineGroupDto {
  key!: string;
  name!: string;
  /** 有几条指标 */
  count!: number;
  total!: LineTotalDto;
}

/** 指标表，小计、合计与各行一致 */
export class LinesDto {
  lines!: LineAccountDto[];
  /** 按 groupBy 的小计，依次排列；没有分组时为空 */
  groups!: LineGroupDto[];
  total!: LineTotalDto;
}

export class LinesQuery extends MomentQuery {
  /** 科目编码开头，如 208 */
  @Optional()
  @Words(16)
  item?: string;

  @Optional()
  @ApiProperty({ enum: Object.keys(FUND_SOURCES), required: false })
  @IsIn(Object.keys(FUND_SOURCES))
  fundSource?: FundSource;

  @Optional()
  @ApiProperty({ enum: Object.keys(EXPENDITURE_KINDS), required: false })
  @IsIn(Object.keys(EXPENDITURE_KINDS))
  kind?: ExpenditureKind;

  /** 编码、科目名称或项目名称中的文字 */
  @Optional()
  @Words(100)
  text?: string;

  /** 分组小计：类、款、项、项目、单位、资金性质或支出类型 */
  @Optional()
  @ApiProperty({ enum: LINE_GROUPS, required: false })
  @IsIn(LINE_GROUPS)
  groupBy?: LineGrouping;
}

/** Which line's life is asked for, and which page of it. */
export class TimelineQuery extends IntersectionType(MomentQuery, LineDto, PageQuery) {}

/** 指标上的一项记录，及其后的可用额度 */
export class TimelineStepDto {
  event!: EventDto;
  /** 对全年预算数的增减（年初预算、追加、追减、调剂等） */
  quota!: AmountDto;
  frozen!: AmountDto;
  paid!: AmountDto;
  carriedOut!: AmountDto;
  /** 此后的可用额度 */
  available!: AmountDto;
}

/** 一条指标的经过，按业务日期先后 */
export class TimelineDto {
  account!: LineAccountDto;
  /** 共有几项 */
  total!: number;
  steps!: TimelineStepDto[];
}
