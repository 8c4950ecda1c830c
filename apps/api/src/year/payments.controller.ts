import { LookAtPayment } from '@juesuan/application';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AnyRole, Roles } from '../access/signed-in';
import { fenOf } from '../common/amount';
import { type ReceiptDto, YearPath } from '../common/common.dto';
import { lineOf } from '../common/line';
import { amountDto } from '../reading/printing';
import { Asking, type Asks } from './asks';
import {
  CorrectionDto,
  IncomeDto,
  OpeningBalanceDto,
  OpeningReversalDto,
  PaymentDto,
  type StandingPaymentDto,
  VoucherDto,
  VoucherPath,
} from './payments.dto';
import { Recording } from './recording';

/** 支付、退回、更正, and income: money with its voucher. */
@ApiTags('支付与收入')
@Controller('units/:unit/years/:year')
export class PaymentsController {
  constructor(
    private readonly recording: Recording,
    private readonly queries: QueryBus,
  ) {}

  /** 支付 */
  @Post('payments')
  @Roles('officer')
  pay(@Param() path: YearPath, @Asking() asks: Asks, @Body() body: PaymentDto): Promise<ReceiptDto> {
    const { voucher, date, summary, line, economicItem = null, freezeId } = body;
    const uses = freezeId === undefined ? {} : { freezeId };
    const data = { voucher, date, summary, line: lineOf(line), economicItem, amount: fenOf(body.amount), ...uses };
    return this.recording.record(path, asks, { type: 'MakePayment', data });
  }

  /** 一笔支付现在的情况 */
  @Get('payments/:original')
  @AnyRole()
  async standing(@Param() { unit, year, original }: VoucherPath): Promise<StandingPaymentDto> {
    const { line, remaining, ...rest } = await this.queries.execute(new LookAtPayment(unit, year, original));
    return { ...rest, line: { ...line }, remaining: amountDto(remaining) };
  }

  /** 退回：钱在本年内退回原指标 */
  @Post('payments/:original/refunds')
  @Roles('officer')
  refund(@Param() path: VoucherPath, @Asking() asks: Asks, @Body() body: CorrectionDto): Promise<ReceiptDto> {
    return this.recording.record(path, asks, { type: 'RefundPayment', data: correctionOf(path, body) });
  }

  /** 更正：原凭证的全部余额移到正确的指标和经济科目 */
  @Post('payments/:original/reclassifications')
  @Roles('officer')
  reclassify(@Param() path: VoucherPath, @Asking() asks: Asks, @Body() body: CorrectionDto): Promise<ReceiptDto> {
    return this.recording.record(path, asks, { type: 'ReclassifyPayment', data: correctionOf(path, body) });
  }

  /** 收入 */
  @Post('income')
  @Roles('officer')
  receive(@Param() path: YearPath, @Asking() asks: Asks, @Body() body: IncomeDto): Promise<ReceiptDto> {
    const { voucher, date, summary, fundSource, item } = body;
    const data = { voucher, date, summary, fundSource, item, amount: fenOf(body.amount) };
    return this.recording.record(path, asks, { type: 'ReceiveIncome', data });
  }

  /** 红字冲销：收入记错了，冲回原凭证的全部或一部分，再按正确的重新登记 */
  @Post('income/:original/reversals')
  @Roles('officer')
  reverse(@Param() path: VoucherPath, @Asking() asks: Asks, @Body() body: VoucherDto): Promise<ReceiptDto> {
    const { voucher, date, summary } = body;
    const data = { voucher, originalVoucher: path.original, date, summary, amount: fenOf(body.amount) };
    return this.recording.record(path, asks, { type: 'ReverseIncome', data });
  }

  /** 年初结转和结余 */
  @Post('opening-balances')
  @Roles('officer')
  openWith(@Param() path: YearPath, @Asking() asks: Asks, @Body() body: OpeningBalanceDto): Promise<ReceiptDto> {
    const { fundSource, item } = body;
    const data = { fundSource, item, amount: fenOf(body.amount) };
    return this.recording.record(path, asks, { type: 'RecordOpeningBalance', data });
  }

  /** 冲减：年初结转和结余记错了，冲回全部或一部分，再按正确的重新登记 */
  @Post('opening-balances/reversals')
  @Roles('officer')
  takeBack(@Param() path: YearPath, @Asking() asks: Asks, @Body() body: OpeningReversalDto): Promise<ReceiptDto> {
    const { fundSource, item, reason } = body;
    const data = { fundSource, item, amount: fenOf(body.amount), reason };
    return this.recording.record(path, asks, { type: 'ReverseOpeningBalance', data });
  }
}

const correctionOf = ({ original }: VoucherPath, body: CorrectionDto) => ({
  voucher: body.voucher,
  originalVoucher: original,
  date: body.date,
  summary: body.summary,
  line: lineOf(body.line),
  economicItem: body.economicItem ?? null,
  amount: fenOf(body.amount),
});
