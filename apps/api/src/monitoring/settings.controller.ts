import { LookAtWatching } from '@juesuan/application';
import { ALERT_RULES, type AlertRuleName } from '@juesuan/execution';
import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AnyRole, Roles } from '../access/signed-in';
import { KnownQuery, type ReceiptDto, YearPath } from '../common/common.dto';
import { momentOf } from '../reading/moment';
import { Asking, type Asks } from '../year/asks';
import { Recording } from '../year/recording';
import { WatchSettingsDto, WatchSettingsInForceDto } from './settings.dto';

/** How a department watches its year; its units go by it. */
@ApiTags('监控')
@Controller('units/:unit/years/:year/monitoring/settings')
export class WatchSettingsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly recording: Recording,
  ) {}

  /** 现行的预警设置：界限、规则、目标进度 */
  @Get()
  @AnyRole()
  async settings(@Param() path: YearPath, @Query() query: KnownQuery): Promise<WatchSettingsInForceDto> {
    const inForce = await this.queries.execute(new LookAtWatching({ ...path, ...momentOf(query) }));
    const { department, record } = inForce;
    const { limits, off, curve } = inForce.settings;
    const rules = Object.entries(ALERT_RULES) as [AlertRuleName, string][];
    return {
      department,
      settings: { limits: { ...limits }, off: [...off], curve: curve.map((point) => ({ ...point })) },
      rules: rules.map(([rule, title]) => ({ rule, title, on: !off.includes(rule) })),
      actor: record?.event.by.actor ?? null,
      recordedAt: record?.recordedAt ?? null,
      reference: record?.reference ?? null,
    };
  }

  /** 规定本部门的预警设置 */
  @Put()
  @Roles('administrator')
  set(
    @Param() path: YearPath,
    @Asking() asks: Asks,
    @Body() { limits, off, curve }: WatchSettingsDto,
  ): Promise<ReceiptDto> {
    const data = { limits: { ...limits }, off, curve: curve.map(({ month, percent }) => ({ month, percent })) };
    return this.recording.record(path, asks, { type: 'SetWatching', data });
  }
}
