import { ALERT_RULES, type AlertRuleName } from '@juesuan/execution';
import { ApiProperty } from '@nestjs/swagger';
import { applyDecorators } from '@nestjs/common';
import { ArrayMaxSize, IsArray, IsIn, IsInt, Max, Min } from 'class-validator';
import { Nested, NestedList } from '../common/fields';

/** A whole number from 1 on. */
const Limit = (most: number): PropertyDecorator =>
  applyDecorators(
    IsInt({ message: '须为整数。' }),
    Min(1, { message: `须为 1–${most} 的整数。` }),
    Max(most, { message: `须为 1–${most} 的整数。` }),
  );

/** 预警的界限：整百分数或百分点 */
export class WatchLimitsDto {
  /** 执行率落后序时进度多少个百分点时预警 */
  @Limit(100)
  lagWarn!: number;

  /** 执行率落后序时进度多少个百分点时须书面答复 */
  @Limit(100)
  lagReply!: number;

  /** 指标支付超过全年预算数百分之多少时预警 */
  @Limit(100)
  usedUp!: number;

  /** “其他”经济科目超过项目支付百分之多少时预警 */
  @Limit(100)
  otherItems!: number;

  /** 项目年末执行率低于百分之多少时须书面答复 */
  @Limit(100)
  yearEndLow!: number;

  /** 项目连续三年执行率低于百分之多少时停止安排 */
  @Limit(100)
  threeYearsLow!: number;

  /** 11、12月支付超过全年支付百分之多少时预警 */
  @Limit(100)
  lateSpending!: number;

  /** 从几月起提示将满两年的项目结转 */
  @Limit(12)
  twoYearsMonth!: number;
}

/** 目标进度的一点：到这个月末应支付全年预算数的百分之几 */
export class TargetPointDto {
  @IsInt()
  @Min(1, { message: '须为 1–12 月。' })
  @Max(12, { message: '须为 1–12 月。' })
  month!: number;

  @IsInt()
  @Min(0, { message: '须为 0–100 的整数。' })
  @Max(100, { message: '须为 0–100 的整数。' })
  percent!: number;
}

/** 一个部门的预警设置，整份替换 */
export class WatchSettingsDto {
  @Nested(() => WatchLimitsDto)
  limits!: WatchLimitsDto;

  /** 停用的规则 */
  @ApiProperty({ enum: Object.keys(ALERT_RULES), isArray: true })
  @IsArray()
  @ArrayMaxSize(50)
  @IsIn(Object.keys(ALERT_RULES), { each: true, message: '没有这条规则。' })
  off!: AlertRuleName[];

  /** 目标进度，月份递增，中间按天数折算 */
  @NestedList(() => TargetPointDto, 1, 12)
  curve!: TargetPointDto[];
}

/** 一条规则 */
export class WatchRuleDto {
  @ApiProperty({ enum: Object.keys(ALERT_RULES) })
  rule!: AlertRuleName;
  title!: string;
  on!: boolean;
}

/** 现行的预警设置，由谁在何时规定 */
export class WatchSettingsInForceDto {
  /** 规定的部门：在它的地址上修改 */
  department!: string;
  settings!: WatchSettingsDto;
  rules!: WatchRuleDto[];
  /** 谁规定的；null：没有规定过，用的是通行值 */
  actor!: string | null;
  /** 记录时刻（UTC） */
  recordedAt!: string | null;
  reference!: string | null;
}
