import { type IndicatorId, INDICATORS, type Score, SCORES } from '@juesuan/monitoring';
import { ApiProperty } from '@nestjs/swagger';
import { AmountDto } from '../common/common.dto';

/** 预算与实际对照的一行 */
export class BudgetComparisonDto {
  /** 功能分类的类；合计为空 */
  key!: string;
  name!: string;
  /** 年初预算数 */
  original!: AmountDto;
  /** 全年预算数 */
  final!: AmountDto;
  /** 实际支出 */
  actual!: AmountDto;
  /** 全年预算数 − 年初预算数 */
  changes!: AmountDto;
  /** 全年预算数 − 实际支出 */
  left!: AmountDto;
  /** 差异 = 实际支出 − 年初预算数 */
  variance!: AmountDto;
}

/** 支出结构的一类 */
export class CompositionRowDto {
  key!: string;
  name!: string;
  /** 年初预算数 */
  original!: AmountDto;
  /** 调整后预算 = 年初预算数 × 支出合计 ÷ 年初预算合计 */
  adjusted!: AmountDto;
  /** 实际支出 */
  actual!: AmountDto;
}

/** 支出结构偏离了多少 */
export class CompositionDto {
  /** 各类偏离的绝对值之和 ÷ 调整后预算合计（百分数）；算不出时没有 */
  percent!: string | null;
  /** 算不出的原因 */
  reason!: string | null;
  rows!: CompositionRowDto[];
}

/** 指标的一年 */
export class IndicatorYearDto {
  year!: number;
  /** 百分数；算不出时没有 */
  percent!: string | null;
  /** 算不出的原因 */
  reason!: string | null;
}

/** PEFA 的一项指标 */
export class IndicatorDto {
  @ApiProperty({ enum: Object.keys(INDICATORS) })
  id!: IndicatorId;
  title!: string;
  /** 最近三年中有记录的年度 */
  years!: IndicatorYearDto[];
  /** 三年中至少两年达到的等级；不评级时没有 */
  @ApiProperty({ enum: SCORES, nullable: true })
  score!: Score | null;
  /** 不评级的原因 */
  notScored!: string | null;
}

/** 预算与实际：IPSAS 24 的对照与 PEFA 的指标 */
export class OutturnDto {
  /** 截至日期 */
  asOf!: string;
  /** 按功能分类的类 */
  rows!: BudgetComparisonDto[];
  total!: BudgetComparisonDto;
  /** 按功能分类（类）；不含预备费和债务付息支出 */
  byFunction!: CompositionDto;
  /** 按经济分类（类）；不含预备费 */
  byEconomicClass!: CompositionDto;
  indicators!: IndicatorDto[];
}
