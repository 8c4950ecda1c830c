import type { LineAccount } from '@juesuan/account';
import { LineTimeline, type Lines, ListLines, ListUnits, LookAtYear, type TimelineStep } from '@juesuan/application';
import { describeLine, lineKey } from '@juesuan/execution';
import { RuleViolation } from '@juesuan/kernel';
import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { AnyRole } from '../access/signed-in';
import { YearPath } from '../common/common.dto';
import { workbook, XLSX } from '../common/download';
import { lineOf } from '../common/line';
import { groupOf, lineGroups, type Names } from './line-groups';
import { LinesDto, LinesQuery, TimelineDto, TimelineQuery, type TimelineStepDto } from './lines.dto';
import { linesWorkbook } from './lines-workbook';
import { momentOf } from './moment';
import { amountDto, eventDto, lineDto, totalOf } from './printing';
import { YearStateDto } from './reading.dto';

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

  /** 指标：年初、变动、冻结、已付、可用、执行率，可以分组小计 */
  @Get('lines')
  @AnyRole()
  async lines(@Param() path: YearPath, @Query() query: LinesQuery): Promise<LinesDto> {
    const { lines, nameOf } = await this.list(path, query);
    const { groupBy } = query;
    const wanted = lines.filter((each) => passes(each, nameOf(each.line.item), query));
    const names = await this.names(path, nameOf);
    return {
      lines: wanted.map((each) =>
        lineDto(each, nameOf(each.line.item), groupBy === undefined ? null : groupOf(each, groupBy)),
      ),
      groups: groupBy === undefined ? [] : lineGroups(wanted, groupBy, names),
      total: totalOf(wanted),
    };
  }

  /** 指标表.xlsx，与页面上的筛选和分组一致 */
  @Get('lines.xlsx')
  @AnyRole()
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async workbook(@Param() path: YearPath, @Query() query: LinesQuery): Promise<StreamableFile> {
    const { unitName } = await this.names(path, () => null);
    const name = unitName(path.unit) ?? path.unit;
    const title = `${name}${path.year}年指标表${seenFrom(query)}`;
    return workbook(title, await linesWorkbook(title, await this.lines(path, query)));
  }

  /** 一条指标的经过：每一项记录和其后的可用额度 */
  @Get('lines/timeline')
  @AnyRole()
  async timeline(@Param() path: YearPath, @Query() query: TimelineQuery): Promise<TimelineDto> {
    const line = lineOf(query);
    const { lines, nameOf } = await this.list(path, query);
    const own = lines.find((each) => each.unit === path.unit && lineKey(each.line) === lineKey(line));
    if (!own) throw new RuleViolation('line-unknown', `单位 ${path.unit} 没有指标 ${describeLine(line)}。`);
    const steps = await this.queries.execute(new LineTimeline({ ...path, ...momentOf(query) }, line));
    const { offset, limit } = query;
    const page = steps.slice(offset, offset + limit).map(stepDto);
    return { account: lineDto(own, nameOf(line.item)), total: steps.length, steps: page };
  }

  private list(path: YearPath, query: Parameters<typeof momentOf>[0]): Promise<Lines> {
    return this.queries.execute(new ListLines({ ...path, ...momentOf(query) }));
  }

  private async names({ year }: YearPath, nameOf: Names['nameOf']): Promise<Names> {
    const units = new Map((await this.queries.execute(new ListUnits(year))).map(({ code, name }) => [code, name]));
    return { nameOf, unitName: (unit) => units.get(unit) ?? null };
  }
}

const seenFrom = ({ asOf, knownAt }: LinesQuery): string => {
  const parts = [asOf === undefined ? '' : `截至${asOf}`, knownAt === undefined ? '' : `${knownAt}所知`];
  const said = parts.filter((part) => part !== '');
  return said.length === 0 ? '' : `（${said.join('，')}）`;
};

const stepDto = ({ entry, change, available }: TimelineStep): TimelineStepDto => ({
  event: eventDto(entry),
  quota: amountDto(change.final),
  frozen: amountDto(change.frozen),
  paid: amountDto(change.paid),
  carriedOut: amountDto(change.carriedOut),
  available: amountDto(available),
});

function passes({ line }: LineAccount, name: string | null, { item, fundSource, kind, text }: LinesQuery): boolean {
  if (item !== undefined && !line.item.startsWith(item)) return false;
  if (fundSource !== undefined && line.fundSource !== fundSource) return false;
  if (kind !== undefined && line.kind !== kind) return false;
  return text === undefined || [line.item, name ?? '', line.project].some((part) => part.includes(text));
}
