import { ALERT_LEVELS, ALERT_RULES, type AlertLevel, type AlertRuleName } from '@juesuan/execution';
import { ALERT_FIGURES, type AlertFigure } from '@juesuan/monitoring';
import { ApiProperty } from '@nestjs/swagger';
import { AmountDto, YearPath } from '../common/common.dto';
import { Code, Day, Optional, SomeWords, Words } from '../common/fields';

/** 预警所说的一个数 */
export class AlertFactDto {
  @ApiProperty({ enum: Object.keys(ALERT_FIGURES) })
  name!: AlertFigure;
  /** 这个数的中文名 */
  title!: string;
  amount!: AmountDto;
}

/** 对一条预警的答复或了结 */
export class SaidOfAlertDto {
  /** 答复的内容，或了结的意见 */
  text!: string;
  /** 当时的级别 */
  @ApiProperty({ enum: Object.keys(ALERT_LEVELS) })
  level!: AlertLevel;
  /** 当时的预警 */
  message!: string;
  /** 所看的是截至哪一天的数 */
  date!: string;
  actor!: string;
  /** 记录时刻（UTC） */
  recordedAt!: string;
  /** 301001.2023@57 */
  reference!: string;
}

/** 一条预警 */
export class AlertDto {
  /** 规则与对象，天天相同；答复、了结时放在地址里 */
  key!: string;
  /** 由哪个单位答复：答复、了结的地址用这个单位 */
  unit!: string;
  unitName!: string;
  /** 规则 */
  @ApiProperty({ enum: Object.keys(ALERT_RULES) })
  rule!: AlertRuleName;
  /** 规则的中文名 */
  title!: string;
  /** record 蓝、warn 黄、reply 橙（须书面答复）、refuse 红、forbidden 灰 */
  @ApiProperty({ enum: Object.keys(ALERT_LEVELS) })
  level!: AlertLevel;
  /** 数、依据和该做什么，一句话 */
  message!: string;
  facts!: AlertFactDto[];
  /** raised 待处理、answered 已答复、settled 已了结；情况加重后又是 raised */
  @ApiProperty({ enum: ['raised', 'answered', 'settled'] })
  status!: 'raised' | 'answered' | 'settled';
  /** 答复或了结之后情况加重，再次发出 */
  again!: boolean;
  /** 须有书面答复才能了结 */
  needsReply!: boolean;
  answer!: SaidOfAlertDto | null;
  settlement!: SaidOfAlertDto | null;
}

/** 一条没有执行的规则 */
export class RuleNotRunDto {
  @ApiProperty({ enum: Object.keys(ALERT_RULES) })
  rule!: AlertRuleName;
  title!: string;
  reason!: string;
}

export class AlertsDto {
  /** 截至哪一天 */
  asOf!: string;
  /** 这一天的数发出的预警，不论是否已答复、了结 */
  alerts!: AlertDto[];
  /** 曾经答复或了结、这一天已经解除的 */
  gone!: AlertDto[];
  /** 没有执行的规则，以及为什么 */
  notRun!: RuleNotRunDto[];
}

export class AlertPath extends YearPath {
  /** 预警的 key */
  @Code(300)
  key!: string;
}

/** 对预警的书面答复 */
export class AnswerAlertDto {
  /** 原因和办法 */
  @SomeWords(2000)
  text!: string;

  /** 所看的是截至哪一天的数；不填为今天（年度已过为年末） */
  @Optional()
  @Day()
  date?: string;
}

/** 了结一条预警 */
export class SettleAlertDto {
  @Words(2000)
  comment: string = '';

  /** 所看的是截至哪一天的数；不填为今天（年度已过为年末） */
  @Optional()
  @Day()
  date?: string;
}
