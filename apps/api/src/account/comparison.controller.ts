import type { CellChange, Changed, Disclosure, FactChange } from '@juesuan/account';
import { CompareAccounts, type Comparison, ListVersions, type Moment, type Version } from '@juesuan/application';
import { formatYuan } from '@juesuan/kernel';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AnyRole } from '../access/signed-in';
import { YearPath } from '../common/common.dto';
import { momentOf } from '../reading/moment';
import { amountDto } from '../reading/printing';
import {
  type CellChangeDto,
  type ChangedDto,
  ComparisonDto,
  ComparisonQuery,
  type FactChangeDto,
  type MomentDto,
  VersionDto,
} from './comparison.dto';

/** Versions of an account and what changed between two. */
@ApiTags('决算')
@Controller('units/:unit/years/:year/account')
export class ComparisonController {
  constructor(private readonly queries: QueryBus) {}

  /** 可以拿来比较的时点：关账和重新开账、每次导入、各月末，最近的在前 */
  @Get('versions')
  @AnyRole()
  async versions(@Param() { unit, year }: YearPath): Promise<VersionDto[]> {
    return (await this.queries.execute(new ListVersions(unit, year))).map(versionDto);
  }

  /** 两个时点之间有何变动：表、科目、句子和事实，各带其间的事件 */
  @Get('compare')
  @AnyRole()
  async compare(@Param() { unit, year }: YearPath, @Query() query: ComparisonQuery): Promise<ComparisonDto> {
    const { profile, document, fromAsOf, fromKnownAt, toAsOf, toKnownAt } = query;
    const from = momentOf(written(fromAsOf, fromKnownAt));
    const to = momentOf(written(toAsOf, toKnownAt));
    const comparison = await this.queries.execute(new CompareAccounts(unit, year, from, to, profile, document));
    return { from: momentDto(from), to: momentDto(to), ...comparisonDto(comparison) };
  }
}

const written = (asOf?: string, knownAt?: string) => ({
  ...(asOf === undefined ? {} : { asOf }),
  ...(knownAt === undefined ? {} : { knownAt }),
});

const momentDto = ({ asOf, knownAt }: Moment): MomentDto => ({ asOf: asOf ?? null, knownAt: knownAt ?? null });

const versionDto = ({ moment, before, ...version }: Version): VersionDto => ({
  ...version,
  moment: momentDto(moment),
  before: before === null ? null : momentDto(before),
});

const comparisonDto = (comparison: Comparison): Omit<ComparisonDto, 'from' | 'to'> => ({
  unitName: comparison.unitName,
  cells: comparison.cells.map((cell) => cellDto(cell, comparison)),
  items: comparison.items.map(({ code, original, actual, drivers }) => ({
    code,
    name: comparison.nameOf(code) ?? code,
    original: changedDto(original),
    actual: changedDto(actual),
    drivers: drivers.map(({ kind, purpose, ...changed }) => ({ kind, purpose, ...changedDto(changed) })),
  })),
  sentences: comparison.sentences.map(({ key, heading, before, after, events }) => ({
    key,
    heading,
    before: before?.text ?? null,
    after: after?.text ?? null,
    events: [...events],
  })),
  facts: comparison.facts.map(factDto),
});

const changedDto = ({ before, after, events }: Changed): ChangedDto => ({
  before: amountDto(before),
  after: amountDto(after),
  difference: amountDto(after - before),
  events: [...events],
});

function cellDto({ table: id, row, column, ...changed }: CellChange, { tables }: Comparison): CellChangeDto {
  const table = tables.find((each) => each.id === id);
  return {
    table: id,
    tableTitle: table?.title ?? id,
    row,
    rowLabel: table?.rows.find(({ key }) => key === row)?.label ?? row,
    column,
    columnLabel: table?.columns[column] ?? String(column),
    ...changedDto(changed),
  };
}

const factDto = ({ kind, name, before, after, events }: FactChange): FactChangeDto => ({
  kind,
  name,
  before: wordsOf(before?.value),
  after: wordsOf(after?.value),
  events: [...events],
});

/** A fact is a text, an amount, or a count with its unit. */
function wordsOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return `${formatYuan(value)}元`;
  if (value === undefined) return null;
  const { value: count, unit } = value as Disclosure;
  return `${count}${unit}`;
}
