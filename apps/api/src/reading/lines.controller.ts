import type { LineAccount } from '@juesuan/account';
import { ListLines, LookAtYear } from '@juesuan/application';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AnyRole } from '../access/signed-in';
import { YearPath } from '../common/common.dto';
import { momentOf } from './moment';
import { lineDto, totalOf } from './printing';
import { LinesDto, LinesQuery, YearStateDto } from './reading.dto';

/** Where a unit's year stands: its state and its budget lines. */
@ApiTags('指标')
@Controller('units/:unit/years/:year')
export class LinesController {
  constructor(private readonly queries: QueryBus) {}

  /** 年度的状态 */
  @Get()
  @AnyRole()
  async state(@Param() { unit: asked, year }: YearPath): Promise<YearStateDto> {
    const { unit, closed, revision, position } = await this.queries.execute(new LookAtYear(asked, year));
    const { unitCode: code, unitName: name, parentCode: parent, unitType: type } = unit;
    return { unit: { code, name, parent, type, closed }, year, closed, revision, position };
  }

  /** 指标：年初、变动、冻结、已付、可用、执行率 */
  @Get('lines')
  @AnyRole()
  async lines(@Param() path: YearPath, @Query() query: LinesQuery): Promise<LinesDto> {
    const { lines, nameOf } = await this.queries.execute(new ListLines({ ...path, ...momentOf(query) }));
    const wanted = lines.filter((each) => passes(each, nameOf(each.line.item), query));
    return { lines: wanted.map((each) => lineDto(each, nameOf(each.line.item))), total: totalOf(wanted) };
  }
}

function passes({ line }: LineAccount, name: string | null, { item, fundSource, kind, text }: LinesQuery): boolean {
  if (item !== undefined && !line.item.startsWith(item)) return false;
  if (fundSource !== undefined && line.fundSource !== fundSource) return false;
  if (kind !== undefined && line.kind !== kind) return false;
  return text === undefined || [line.item, name ?? '', line.project].some((part) => part.includes(text));
}
