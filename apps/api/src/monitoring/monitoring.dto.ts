import { GROUPINGS, type Grouping } from '@juesuan/monitoring';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { AmountDto, MomentQuery } from '../common/common.dto';
import { LineTotalDto } from '../reading/lines.dto';

const BY = [...Object.keys(GROUPINGS), 'month'];

export class ExecutionQuery extends MomentQuery {
  /** 按单位、类、款、项、项目、资金性质、支出类型或月份 */
  @ApiProperty({ enum: BY })
  @IsIn(BY)
  by: Grouping | 'month' = 'class';
}

/** 一组指标的执行 */
export class ExecutionRowDto extends LineTotalDto {
  key!: string;
  name!: string;
  /** 比序时进度慢：none 没有、warn 预警、reply 须书面说明 */
  @ApiProperty({ enum: ['none', 'warn', 'reply'] })
  lag!: 'none' | 'warn' | 'reply';
}

/** 一个月的执行 */
export class ExecutionMonthDto {
  /** 1 到 12 */
  month!: number;
  /** 当月支付 */
  paid!: AmountDto;
  /** 累计支付 */
  cumulative!: AmountDto;
  /** 月末的全年预算数 */
  final!: AmountDto;
  /** 累计执行率（百分数） */
  rate!: string | null;
  /** 月末的目标进度（百分数） */
  target!: string;
}

/** 执行与时间 */
export class ExecutionDto {
  /** 截至日期 */
  asOf!: string;
  /** 序时进度（百分数） */
  timeProgress!: string;
  /** 目标进度（百分数） */
  target!: string;
  total!: ExecutionRowDto;
  /** 按 by 分组；by=month 时为空 */
  rows!: ExecutionRowDto[];
  /** 逐月；只在 by=month 时有 */
  months!: ExecutionMonthDto[];
}

/** 预警所说的一个数 */
export class AlertFactDto {
  name!: string;
  amount!: AmountDto;
}
