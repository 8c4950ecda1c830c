import type { BudgetYearEventType } from '@juesuan/execution';
import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsIn, IsInt, Matches, Min } from 'class-validator';
import { EVENT_WORDS } from '@juesuan/application';
import { AmountDto, KnownQuery, LineDto, PageQuery, YearPath } from '../common/common.dto';
import { FiscalYear, Optional, Words } from '../common/fields';

/** 单位 */
export class UnitDto {
  code!: string;
  name!: string;
  parent!: string | null;
  type!: string;
  /** 已关账 */
  closed!: boolean;
}

export class YearsQuery {
  /** 财政年度 */
  @FiscalYear()
  year!: number;
}

/** 一个单位的年度现在的状态 */
export class YearStateDto {
  unit!: UnitDto;
  year!: number;
  closed!: boolean;
  /** 提交命令时放在 If-Match 里，期间有变化会得到提示 */
  revision!: number;
  position!: string | null;
}

export class JournalQuery extends IntersectionType(PageQuery, KnownQuery) {
  /** 事项类型，逗号分隔，如 PaymentMade,PaymentRefunded */
  @Optional()
  @Transform(({ value }) => String(value).split(','))
  @IsIn(Object.keys(EVENT_WORDS), { each: true, message: '没有这种事项类型。' })
  types?: BudgetYearEventType[];

  /** 经办人 */
  @Optional()
  @Words(100)
  actor?: string;

  /** 文号、凭证号、事由、摘要或金额中的文字，空格分隔 */
  @Optional()
  @Words(100)
  text?: string;

  /** 指标中的文字：科目、资金性质、支出类型或项目 */
  @Optional()
  @Words(200)
  line?: string;

  /** 业务日期从 */
  @Optional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: '须为日期，如 2023-06-30。' })
  from?: string;

  /** 业务日期到 */
  @Optional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: '须为日期，如 2023-06-30。' })
  to?: string;
}

/** 一项记录 */
export class EventDto {
  /** 301001.2023@57 */
  reference!: string;
  unit!: string;
  revision!: number;
  position!: string;
  /** 记录时刻（UTC） */
  recordedAt!: string;
  type!: string;
  /** 类型的中文名 */
  title!: string;
  /** 一句话 */
  words!: string;
  date!: string | null;
  amount!: AmountDto | null;
  line!: LineDto | null;
  /** 更正前所在的指标 */
  fromLine!: LineDto | null;
  /** 收入和年初结余的资金性质 */
  fundSource!: string | null;
  /** 不属于某条指标的事项所记的科目 */
  item!: string | null;
  economicItem!: string | null;
  /** 更正前的经济分类科目 */
  fromEconomicItem!: string | null;
  /** 文号或凭证号 */
  document!: string | null;
  originalVoucher!: string | null;
  /** 事由、摘要或原因 */
  purpose!: string | null;
  actor!: string;
  /** 导入的文件与行 */
  source!: string | null;
}

/** Which event is asked for. */
export class EventPath extends YearPath {
  /** 第几项，0 开始：301001.2023@57 的 57 */
  @Type(() => Number)
  @IsInt()
  @Min(0, { message: '须为不小于 0 的整数。' })
  revision!: number;
}

/** 一项记录的原样，及其在哈希链上的位置 */
export class SealedEventDto extends EventDto {
  /** 原样的内容，金额以分计 */
  @ApiProperty({ type: Object, additionalProperties: true })
  data!: object;
  /** 本项的哈希 */
  hash!: string;
  /** 前一项的哈希 */
  previousHash!: string;
}

export class JournalDto {
  /** 符合条件的共有几项 */
  total!: number;
  events!: EventDto[];
}

/** 一笔支付、退回或更正 */
export class PaymentEventDto extends EventDto {
  /** 更正它的凭证号 */
  correctedBy!: string[];
}

export class PaymentsDto {
  /** 符合条件的共有几笔 */
  total!: number;
  events!: PaymentEventDto[];
}

/** 调整单的一步：谁在何时做了什么 */
export class StepDto {
  title!: string;
  actor!: string;
  recordedAt!: string;
  reference!: string;
}

export class AdjustmentLineDto {
  type!: string;
  line!: LineDto;
  amount!: AmountDto;
  carryover!: string | null;
}

/** 调整单 */
export class AdjustmentDto {
  unit!: string;
  id!: string;
  status!: string;
  documentNumber!: string;
  date!: string;
  purpose!: string;
  entries!: AdjustmentLineDto[];
  comment!: string;
  steps!: StepDto[];
}
