import { ListUnits, WatchExecution } from '@juesuan/application';
import type { ExecutionMonth, ExecutionRow } from '@juesuan/monitoring';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AnyRole } from '../access/signed-in';
import { YearPath } from '../common/common.dto';
import { groupName, type Names } from '../reading/line-groups';
import { momentOf } from '../reading/moment';
import { amountDto, printedParts } from '../reading/printing';
import { ExecutionDto, type ExecutionMonthDto, ExecutionQuery, type ExecutionRowDto } from './monitoring.dto';

/** Execution watched against time. */
@ApiTags('监控')
@Controller('units/:unit/years/:year/monitoring')
export class MonitoringController {
  constructor(private readonly queries: QueryBus) {}

  /** 执行率与序时进度、目标进度 */
  @Get('execution')
  @AnyRole()
  async execution(@Param() path: YearPath, @Query() { by, ...moment }: ExecutionQuery): Promise<ExecutionDto> {
    const answer = await this.queries.execute(new WatchExecution({ ...path, ...momentOf(moment) }, by));
    const { asOf, timeProgress, target, total, rows, months, nameOf, lagOf } = answer;
    const names: Names = { nameOf, unitName: await this.unitNames(path.year) };
    const printed = (row: ExecutionRow, name: string): ExecutionRowDto => ({
      key: row.key,
      name,
      ...printedParts(row),
      lag: lagOf(row.rate),
    });
    return {
      asOf,
      timeProgress,
      target,
      total: printed(total, '合计'),
      rows: by === 'month' ? [] : rows.map((row) => printed(row, groupName(by, row.key, names))),
      months: months.map(monthDto),
    };
  }

  private async unitNames(year: number): Promise<Names['unitName']> {
    const units = new Map((await this.queries.execute(new ListUnits(year))).map(({ code, name }) => [code, name]));
    return (unit) => units.get(unit) ?? null;
  }
}

const monthDto = ({ paid, cumulative, final, ...month }: ExecutionMonth): ExecutionMonthDto => ({
  ...month,
  paid: amountDto(paid),
  cumulative: amountDto(cumulative),
  final: amountDto(final),
});
