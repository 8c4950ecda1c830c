import {
  type AdjustmentHistory,
  EVENT_WORDS,
  type HistoryFilter,
  ListAdjustments,
  ListCorrections,
  LookAtEvent,
  YearHistory,
} from '@juesuan/application';
import type { BudgetYearEventType } from '@juesuan/execution';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AnyRole } from '../access/signed-in';
import { KnownQuery, YearPath } from '../common/common.dto';
import { knownOf } from './moment';
import { amountDto, eventDto } from './printing';
import {
  AdjustmentDto,
  type EventDto,
  EventPath,
  JournalDto,
  JournalQuery,
  PaymentsDto,
  SealedEventDto,
} from './reading.dto';

const PAYMENTS: readonly BudgetYearEventType[] = ['PaymentMade', 'PaymentRefunded', 'PaymentReclassified'];

/** What happened, as recorded: the journal and its parts. */
@ApiTags('审计')
@Controller('units/:unit/years/:year')
export class JournalController {
  constructor(private readonly queries: QueryBus) {}

  /** 全部记录，最新的在前 */
  @Get('journal')
  @AnyRole()
  journal(@Param() path: YearPath, @Query() query: JournalQuery): Promise<JournalDto> {
    return this.search(path, query);
  }

  /** 一项记录的原样，及其在哈希链上的位置 */
  @Get('journal/:revision')
  @AnyRole()
  async event(@Param() { unit, year, revision }: EventPath): Promise<SealedEventDto> {
    const { data, hash, previousHash, ...entry } = await this.queries.execute(new LookAtEvent(unit, year, revision));
    return { ...eventDto(entry), data, hash, previousHash };
  }

  /** 支付、退回和更正，最新的在前 */
  @Get('payments')
  @AnyRole()
  async payments(@Param() path: YearPath, @Query() query: JournalQuery): Promise<PaymentsDto> {
    const { knownAt } = knownOf(query);
    const { total, events } = await this.search(path, { ...query, types: PAYMENTS });
    const corrections = await this.queries.execute(new ListCorrections(path.unit, path.year, knownAt));
    const correctedBy = ({ unit, document }: EventDto): string[] =>
      document === null ? [] : [...corrections(unit, document)];
    return { total, events: events.map((event) => ({ ...event, correctedBy: correctedBy(event) })) };
  }

  /** 收入，最新的在前 */
  @Get('income')
  @AnyRole()
  income(@Param() path: YearPath, @Query() query: JournalQuery): Promise<JournalDto> {
    return this.search(path, { ...query, types: ['IncomeReceived', 'IncomeReversed'] });
  }

  /** 调整单，最近变动的在前 */
  @Get('adjustments')
  @AnyRole()
  async adjustments(@Param() { unit, year }: YearPath, @Query() query: KnownQuery): Promise<AdjustmentDto[]> {
    const { knownAt } = knownOf(query);
    return (await this.queries.execute(new ListAdjustments(unit, year, knownAt))).map(adjustmentDto);
  }

  private async search({ unit, year }: YearPath, query: Wanted): Promise<JournalDto> {
    const { offset, limit, ...filter } = query;
    const wanted: HistoryFilter = { ...filter, ...knownOf(query) };
    const { total, entries } = await this.queries.execute(new YearHistory(unit, year, wanted, { offset, limit }));
    return { total, events: entries.map(eventDto) };
  }
}

type Wanted = Omit<JournalQuery, 'types'> & { readonly types?: readonly BudgetYearEventType[] };

const adjustmentDto = ({ unit, id, status, document, comment, steps }: AdjustmentHistory): AdjustmentDto => ({
  unit,
  id,
  status,
  documentNumber: document.documentNumber,
  date: document.date,
  purpose: document.purpose,
  entries: document.entries.map(({ type, line, amount, carryover = null }) => ({
    type,
    line: { ...line },
    amount: amountDto(amount),
    carryover,
  })),
  comment,
  steps: steps.map(({ event, recordedAt, reference }) => ({
    title: EVENT_WORDS[event.type],
    actor: event.by.actor,
    recordedAt,
    reference,
  })),
});
