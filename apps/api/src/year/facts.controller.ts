import { Body, Controller, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../access/signed-in';
import { fenOf } from '../common/amount';
import { type ReceiptDto, YearPath } from '../common/common.dto';
import { Asking, type Asks } from './asks';
import {
  AmountOnlyDto,
  DisclosureDto,
  ExplanationDto,
  ItemPath,
  NamedFactPath,
  ParagraphPath,
  PriorYearPath,
  ReasonDto,
  SurplusMovementDto,
  SurplusReversalDto,
  ThreePublicPath,
} from './facts.dto';
import { Recording } from './recording';

/** What the account says beside money movements; saying it again replaces what was said. */
@ApiTags('说明与其他事项')
@Controller('units/:unit/years/:year')
export class FactsController {
  constructor(private readonly recording: Recording) {}

  /** 差异原因 */
  @Put('reasons/:item')
  @Roles('officer')
  giveReason(@Param() path: ItemPath, @Asking() asks: Asks, @Body() { reason }: ReasonDto): Promise<ReceiptDto> {
    return this.recording.record(path, asks, { type: 'RecordVarianceReason', data: { item: path.item, reason } });
  }

  /** 改写一段文字 */
  @Put('explanations/:key')
  @Roles('officer')
  revise(@Param() path: ParagraphPath, @Asking() asks: Asks, @Body() { text }: ExplanationDto): Promise<ReceiptDto> {
    return this.recording.record(path, asks, { type: 'ReviseExplanation', data: { key: path.key, text } });
  }

  /** 其他事项 */
  @Put('disclosures/:name')
  @Roles('officer')
  disclose(@Param() path: NamedFactPath, @Asking() asks: Asks, @Body() body: DisclosureDto): Promise<ReceiptDto> {
    const { value, unit, note } = body;
    return this.recording.record(path, asks, {
      type: 'RecordDisclosure',
      data: { name: path.name, value, unit, note },
    });
  }

  /** 上年决算或上年预算的一个数 */
  @Put('prior-year/:document/:name')
  @Roles('officer')
  priorYear(
    @Param() path: PriorYearPath,
    @Asking() asks: Asks,
    @Body() { amount }: AmountOnlyDto,
  ): Promise<ReceiptDto> {
    const data = { document: path.document, name: path.name, amount: fenOf(amount) };
    return this.recording.record(path, asks, { type: 'RecordPriorYearAccount', data });
  }

  /** 三公经费全年预算数 */
  @Put('three-public-budget/:kind')
  @Roles('officer')
  limit(@Param() path: ThreePublicPath, @Asking() asks: Asks, @Body() { amount }: AmountOnlyDto): Promise<ReceiptDto> {
    const data = { kind: path.kind, amount: fenOf(amount) };
    return this.recording.record(path, asks, { type: 'SetThreePublicBudget', data });
  }

  /** 使用非财政拨款结余 */
  @Post('surplus/uses')
  @Roles('officer')
  useSurplus(@Param() path: YearPath, @Asking() asks: Asks, @Body() body: SurplusMovementDto): Promise<ReceiptDto> {
    return this.recording.record(path, asks, { type: 'UseSurplus', data: movementOf(body) });
  }

  /** 结余分配 */
  @Post('surplus/distributions')
  @Roles('officer')
  distribute(@Param() path: YearPath, @Asking() asks: Asks, @Body() body: SurplusMovementDto): Promise<ReceiptDto> {
    return this.recording.record(path, asks, { type: 'DistributeSurplus', data: movementOf(body) });
  }

  /** 冲减：结余的使用或分配记错了，按同一用途冲回全部或一部分 */
  @Post('surplus/reversals')
  @Roles('officer')
  takeBack(@Param() path: YearPath, @Asking() asks: Asks, @Body() body: SurplusReversalDto): Promise<ReceiptDto> {
    const { movement, reason } = body;
    return this.recording.record(path, asks, {
      type: 'ReverseSurplus',
      data: { ...movementOf(body), movement, reason },
    });
  }
}

const movementOf = ({ date, amount, purpose }: SurplusMovementDto) => ({ date, amount: fenOf(amount), purpose });
