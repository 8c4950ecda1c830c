import { type AlertWithRecords, type HistoryEntry, ListAlerts, ListUnits } from '@juesuan/application';
import { ALERT_RULES, needsReply } from '@juesuan/execution';
import { toldFigures } from '@juesuan/monitoring';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AnyRole, Roles } from '../access/signed-in';
import { MomentQuery, type ReceiptDto, YearPath } from '../common/common.dto';
import { momentOf } from '../reading/moment';
import { amountDto } from '../reading/printing';
import { Asking, type Asks } from '../year/asks';
import { Recording } from '../year/recording';
import { type AlertDto, AlertPath, AlertsDto, AnswerAlertDto, type SaidOfAlertDto, SettleAlertDto } from './alerts.dto';

/** 预警: raised by the figures, answered by the unit's officer, settled by a reviewer who did not answer it. */
@ApiTags('监控')
@Controller('units/:unit/years/:year/monitoring/alerts')
export class AlertsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly recording: Recording,
  ) {}

  /** 预警：哪里需要看一看，为什么，办到哪一步 */
  @Get()
  @AnyRole()
  async list(@Param() path: YearPath, @Query() query: MomentQuery): Promise<AlertsDto> {
    const { asOf, alerts, notRun } = await this.queries.execute(new ListAlerts({ ...path, ...momentOf(query) }));
    const names = new Map((await this.queries.execute(new ListUnits(path.year))).map(({ code, name }) => [code, name]));
    const told = (standing: boolean): AlertDto[] =>
      alerts
        .filter((alert) => alert.standing === standing)
        .map((alert) => alertDto(alert, names.get(alert.unit) ?? alert.unit));
    const untold = notRun.map(({ rule, reason }) => ({ rule, title: ALERT_RULES[rule], reason }));
    return { asOf, alerts: told(true), gone: told(false), notRun: untold };
  }

  /** 书面答复一条预警 */
  @Post(':key/answer')
  @Roles('officer')
  @HttpCode(201)
  answer(
    @Param() { key, ...path }: AlertPath,
    @Asking() asks: Asks,
    @Body() { text, date }: AnswerAlertDto,
  ): Promise<ReceiptDto> {
    return this.recording.recordOfAlert(path, asks, { type: 'AnswerAlert', key, text, date: date ?? null });
  }

  /** 了结一条预警（不能由答复的人了结；橙色及以上须先有答复） */
  @Post(':key/settle')
  @Roles('reviewer')
  @HttpCode(201)
  settle(
    @Param() { key, ...path }: AlertPath,
    @Asking() asks: Asks,
    @Body() { comment, date }: SettleAlertDto,
  ): Promise<ReceiptDto> {
    return this.recording.recordOfAlert(path, asks, { type: 'SettleAlert', key, text: comment, date: date ?? null });
  }
}

function alertDto(alert: AlertWithRecords, unitName: string): AlertDto {
  const { key, unit, rule, level, message, facts, status, again, answer, settlement } = alert;
  return {
    key,
    unit,
    unitName,
    rule,
    title: ALERT_RULES[rule],
    level,
    message,
    facts: toldFigures(facts).map(({ fen, ...told }) => ({ ...told, amount: amountDto(fen) })),
    status,
    again,
    needsReply: needsReply(level),
    answer: answer && saidDto({ ...answer.value }, alert.answeredBy),
    settlement: settlement && saidDto({ ...settlement.value, text: settlement.value.comment }, alert.settledBy),
  };
}

type Said = Pick<SaidOfAlertDto, 'text' | 'level' | 'message' | 'date'>;

const saidDto = ({ text, level, message, date }: Said, entry: HistoryEntry | null): SaidOfAlertDto => ({
  text,
  level,
  message,
  date,
  actor: entry?.event.by.actor ?? '',
  recordedAt: entry?.recordedAt ?? '',
  reference: entry?.reference ?? '',
});
