import { ForecastYear, type ItemNeedingReason } from '@juesuan/application';
import { percent } from '@juesuan/kernel';
import type { YearEnd } from '@juesuan/monitoring';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AnyRole } from '../access/signed-in';
import { YearPath } from '../common/common.dto';
import { momentOf } from '../reading/moment';
import { amountDto } from '../reading/printing';
import { ForecastDto, ForecastQuery, type ItemNeedingReasonDto, type YearEndDto } from './forecast.dto';

/** The year end, as a day lets expect it. */
@ApiTags('监控')
@Controller('units/:unit/years/:year/monitoring/forecast')
export class ForecastController {
  constructor(private readonly queries: QueryBus) {}

  /** 年末预测：预计支付多少、结转结余多少、为什么，哪些项须说明差异原因 */
  @Get()
  @AnyRole()
  async forecast(@Param() path: YearPath, @Query() { profile, ...moment }: ForecastQuery): Promise<ForecastDto> {
    const asked = new ForecastYear({ ...path, ...momentOf(moment) }, profile);
    const { asOf, method, total, lines, needReason, nameOf } = await this.queries.execute(asked);
    return {
      asOf,
      method,
      total: yearEndDto(total),
      lines: lines.map((forecast) => {
        const { unit, line, why } = forecast;
        return { unit, line: { ...line }, itemName: nameOf(line.item) ?? line.item, ...yearEndDto(forecast), why };
      }),
      needReason: needReason.map(itemDto),
    };
  }
}

const yearEndDto = (year: YearEnd): YearEndDto => ({
  final: amountDto(year.final),
  paid: amountDto(year.paid),
  expected: amountDto(year.expected),
  rate: percent(year.expected, year.final, 2),
  carriedOut: amountDto(year.carriedOut),
  lapse: amountDto(year.lapse),
  carryover: amountDto(year.carryover),
  surplus: amountDto(year.surplus),
});

const itemDto = ({ name, original, expected, ...item }: ItemNeedingReason): ItemNeedingReasonDto => ({
  ...item,
  name: name ?? item.code,
  original: amountDto(original),
  expected: amountDto(expected),
});
