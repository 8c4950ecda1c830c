import type { Disclosure } from '@juesuan/account';
import {
  type FactHistory,
  ListFacts,
  type LastClosing,
  ListFreezes,
  LookAtClosing,
  type SayableKind,
  type UnitFreeze,
} from '@juesuan/application';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AnyRole } from '../access/signed-in';
import { KnownQuery, YearPath } from '../common/common.dto';
import { knownOf } from './moment';
import { amountDto, eventDto } from './printing';
import { FreezeStateDto, LastClosingDto, PriorYearDto, SaidDto, type SayingDto } from './said.dto';

/** What forms start from: what was said of a year beside money movements, and what is held of its quota. */
@ApiTags('说明与其他事项')
@Controller('units/:unit/years/:year')
export class SaidController {
  constructor(private readonly queries: QueryBus) {}

  /** 差异原因，各带此前的 */
  @Get('reasons')
  @AnyRole()
  async reasons(@Param() path: YearPath, @Query() query: KnownQuery): Promise<SaidDto[]> {
    return (await this.said(path, query, ['reason'])).map(saidDto);
  }

  /** 改写过的段落和填写的文字，各带此前的 */
  @Get('explanations')
  @AnyRole()
  async explanations(@Param() path: YearPath, @Query() query: KnownQuery): Promise<SaidDto[]> {
    return (await this.said(path, query, ['explanation'])).map(saidDto);
  }

  /** 其他事项，各带此前的 */
  @Get('disclosures')
  @AnyRole()
  async disclosures(@Param() path: YearPath, @Query() query: KnownQuery): Promise<SaidDto[]> {
    return (await this.said(path, query, ['disclosure'])).map(saidDto);
  }

  /** 上年决算和上年预算的数，各带此前的 */
  @Get('prior-year')
  @AnyRole()
  async priorYear(@Param() path: YearPath, @Query() query: KnownQuery): Promise<PriorYearDto[]> {
    const said = await this.said(path, query, ['priorAccount', 'priorBudget']);
    return said.map((fact) => ({ ...saidDto(fact), document: fact.kind === 'priorAccount' ? 'account' : 'budget' }));
  }

  /** 三公经费全年预算数，各带此前的 */
  @Get('three-public-budget')
  @AnyRole()
  async threePublicBudget(@Param() path: YearPath, @Query() query: KnownQuery): Promise<SaidDto[]> {
    return (await this.said(path, query, ['threePublicBudget'])).map(saidDto);
  }

  /** 最近一次关账：未用的额度转到了哪里，解冻了什么 */
  @Get('closing')
  @AnyRole()
  async closing(@Param() { unit, year }: YearPath): Promise<LastClosingDto> {
    return closingDto(await this.queries.execute(new LookAtClosing(unit, year)));
  }

  /** 冻结：仍冻结着的和已了结的，最近开始的在前 */
  @Get('freezes')
  @AnyRole()
  async freezes(@Param() { unit, year }: YearPath, @Query() query: KnownQuery): Promise<FreezeStateDto[]> {
    return (await this.queries.execute(new ListFreezes(unit, year, knownOf(query).knownAt))).map(freezeDto);
  }

  private said<Kind extends SayableKind>({ unit, year }: YearPath, query: KnownQuery, kinds: readonly Kind[]) {
    return this.queries.execute(new ListFacts(unit, year, kinds, knownOf(query).knownAt));
  }
}

function saidDto({ name, title, sayings }: FactHistory): SaidDto {
  const [now, ...before] = sayings.map(sayingDto).reverse();
  if (!now) throw new RangeError(`nothing was said of ${name}`);
  return { name, title, now, before };
}

type Saying = FactHistory['sayings'][number];

const sayingDto = ({ value, entry: { event, recordedAt, reference } }: Saying): SayingDto => ({
  ...(typeof value === 'object' && 'note' in value ? disclosureOf(value) : { text: null, unit: '', note: '' }),
  ...(typeof value === 'string' ? { text: value } : {}),
  amount: typeof value === 'number' ? amountDto(value) : null,
  actor: event.by.actor,
  recordedAt,
  reference,
  source: event.by.source ?? null,
});

const freezeDto = ({ frozen, released, used, left, steps, ...freeze }: UnitFreeze): FreezeStateDto => ({
  ...freeze,
  line: { ...freeze.line },
  frozen: amountDto(frozen),
  released: amountDto(released),
  used: amountDto(used),
  left: amountDto(left),
  open: left > 0,
  steps: steps.map(eventDto),
});

const disclosureOf = ({ value, unit, note }: Disclosure) => ({ text: value, unit, note });

const closingDto = ({ date, carryover, surplus, recall, released }: LastClosing): LastClosingDto => ({
  date,
  carryover: amountDto(carryover),
  surplus: amountDto(surplus),
  recall: amountDto(recall),
  released: released.map(({ unit, freezeId, line, amount }) => ({
    unit,
    freezeId,
    line: { ...line },
    amount: amountDto(amount),
  })),
});
