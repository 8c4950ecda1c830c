import { LookAtOutturn } from '@juesuan/application';
import { type BudgetComparison, type Composition, INDICATORS } from '@juesuan/monitoring';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AnyRole } from '../access/signed-in';
import { MomentQuery, YearPath } from '../common/common.dto';
import { momentOf } from '../reading/moment';
import { amountDto } from '../reading/printing';
import { type BudgetComparisonDto, type CompositionDto, OutturnDto } from './outturn.dto';

/** How a year came out against its budget. */
@ApiTags('监控')
@Controller('units/:unit/years/:year/monitoring/outturn')
export class OutturnController {
  constructor(private readonly queries: QueryBus) {}

  /** 预算与实际：年初、全年、实际对照（IPSAS 24），预算可信度（PEFA PI-1、PI-2） */
  @Get()
  @AnyRole()
  async outturn(@Param() path: YearPath, @Query() query: MomentQuery): Promise<OutturnDto> {
    const answer = await this.queries.execute(new LookAtOutturn({ ...path, ...momentOf(query) }));
    const functional: NameOf = (code) => answer.nameOf('functional', code) ?? code;
    const economic: NameOf = (code) => answer.nameOf('economic', code) ?? code;
    return {
      asOf: answer.asOf,
      rows: answer.rows.map((row) => comparisonDto(row, functional(row.key))),
      total: comparisonDto(answer.total, '合计'),
      byFunction: compositionDto(answer.byFunction, functional),
      byEconomicClass: compositionDto(answer.byEconomicClass, economic),
      indicators: answer.indicators.map(({ years, ...indicator }) => ({
        ...indicator,
        title: INDICATORS[indicator.id],
        years: years.map((each) => ({ ...each })),
      })),
    };
  }
}

type NameOf = (code: string) => string;

const comparisonDto = (row: BudgetComparison, name: string): BudgetComparisonDto => ({
  key: row.key,
  name,
  original: amountDto(row.original),
  final: amountDto(row.final),
  actual: amountDto(row.actual),
  changes: amountDto(row.changes),
  left: amountDto(row.left),
  variance: amountDto(row.variance),
});

function compositionDto(composition: Composition, nameOf: NameOf): CompositionDto {
  if (!composition.known) return { percent: null, reason: composition.reason, rows: [] };
  const rows = composition.rows.map(({ key, original, adjusted, actual }) => ({
    key,
    name: nameOf(key),
    original: amountDto(original),
    adjusted: amountDto(adjusted),
    actual: amountDto(actual),
  }));
  return { percent: composition.percent, reason: null, rows };
}
