import type { Asked } from '@juesuan/application';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../access/signed-in';
import { fenOf } from '../common/amount';
import { type ReceiptDto, YearPath } from '../common/common.dto';
import { lineOf } from '../common/line';
import { Asking, type Asks } from './asks';
import { Recording } from './recording';
import {
  CarryoverDto,
  FreezeDto,
  FreezePath,
  OriginalBudgetDto,
  OriginalReversalDto,
  QuotaChangeDto,
  ReleaseDto,
  VirementDto,
} from './year.dto';

/** 指标: the initial budget, and changes whose 文号 is proof enough; what needs an approval goes through 调整单. */
@ApiTags('指标')
@Controller('units/:unit/years/:year')
export class BudgetController {
  constructor(private readonly recording: Recording) {}

  /** 下达年初预算 */
  @Post('original-budget')
  @Roles('officer')
  allocate(@Param() path: YearPath, @Asking() asks: Asks, @Body() body: OriginalBudgetDto): Promise<ReceiptDto> {
    const { origin, economicItem = null } = body;
    const data = { line: lineOf(body.line), origin, economicItem, amount: fenOf(body.amount) };
    return this.recording.record(path, asks, { type: 'AllocateOriginalBudget', data });
  }

  /** 冲减：年初预算录错了，冲回全部或一部分，再按正确的重新下达；预算真的变了用追加、追减 */
  @Post('original-budget/reversals')
  @Roles('officer')
  takeBack(@Param() path: YearPath, @Asking() asks: Asks, @Body() body: OriginalReversalDto): Promise<ReceiptDto> {
    const { origin, economicItem = null, reason } = body;
    const data = { line: lineOf(body.line), origin, economicItem, amount: fenOf(body.amount), reason };
    return this.recording.record(path, asks, { type: 'ReverseOriginalBudget', data });
  }

  /** 追加 */
  @Post('supplements')
  @Roles('officer')
  supplement(@Param() path: YearPath, @Asking() asks: Asks, @Body() body: QuotaChangeDto): Promise<ReceiptDto> {
    return this.change(path, asks, 'SupplementBudget', body);
  }

  /** 追减 */
  @Post('cuts')
  @Roles('officer')
  cut(@Param() path: YearPath, @Asking() asks: Asks, @Body() body: QuotaChangeDto): Promise<ReceiptDto> {
    return this.change(path, asks, 'CutBudget', body);
  }

  /** 收回 */
  @Post('recalls')
  @Roles('officer')
  recall(@Param() path: YearPath, @Asking() asks: Asks, @Body() body: QuotaChangeDto): Promise<ReceiptDto> {
    return this.change(path, asks, 'RecallQuota', body);
  }

  /** 与其他单位之间调剂的转出一半 */
  @Post('virements/out')
  @Roles('officer')
  transferOut(@Param() path: YearPath, @Asking() asks: Asks, @Body() body: QuotaChangeDto): Promise<ReceiptDto> {
    return this.change(path, asks, 'TransferBudgetOut', body);
  }

  /** 与其他单位之间调剂的转入一半 */
  @Post('virements/in')
  @Roles('officer')
  transferIn(@Param() path: YearPath, @Asking() asks: Asks, @Body() body: QuotaChangeDto): Promise<ReceiptDto> {
    return this.change(path, asks, 'TransferBudgetIn', body);
  }

  /** 单位内两条指标之间的调剂 */
  @Post('virements')
  @Roles('officer')
  transfer(@Param() path: YearPath, @Asking() asks: Asks, @Body() body: VirementDto): Promise<ReceiptDto> {
    const { documentNumber, date, purpose, from, to } = body;
    const lines = { from: lineOf(from), to: lineOf(to) };
    const data = { documentNumber, date, purpose, ...lines, amount: fenOf(body.amount) };
    return this.recording.record(path, asks, { type: 'TransferBudget', data });
  }

  /** 上年结转 */
  @Post('carryovers')
  @Roles('officer')
  carryIn(@Param() path: YearPath, @Asking() asks: Asks, @Body() body: CarryoverDto): Promise<ReceiptDto> {
    const data = { ...changeOf(body), carryover: body.carryover };
    return this.recording.record(path, asks, { type: 'BringInCarryover', data });
  }

  /** 冻结 */
  @Post('freezes')
  @Roles('officer')
  freeze(@Param() path: YearPath, @Asking() asks: Asks, @Body() body: FreezeDto): Promise<ReceiptDto> {
    const { freezeId, line, date, purpose } = body;
    const data = { freezeId, line: lineOf(line), date, purpose, amount: fenOf(body.amount) };
    return this.recording.record(path, asks, { type: 'FreezeQuota', data });
  }

  /** 解冻 */
  @Post('freezes/:freezeId/releases')
  @Roles('officer')
  release(@Param() path: FreezePath, @Asking() asks: Asks, @Body() body: ReleaseDto): Promise<ReceiptDto> {
    const data = { freezeId: path.freezeId, date: body.date, amount: fenOf(body.amount) };
    return this.recording.record(path, asks, { type: 'ReleaseQuota', data });
  }

  private change(path: YearPath, asks: Asks, type: QuotaChange['type'], body: QuotaChangeDto): Promise<ReceiptDto> {
    return this.recording.record(path, asks, { type, data: changeOf(body) });
  }
}

type QuotaChange = Extract<
  Asked,
  { type: 'SupplementBudget' | 'CutBudget' | 'RecallQuota' | 'TransferBudgetOut' | 'TransferBudgetIn' }
>;

const changeOf = ({ documentNumber, date, purpose, line, amount }: QuotaChangeDto): QuotaChange['data'] => ({
  documentNumber,
  date,
  purpose,
  line: lineOf(line),
  amount: fenOf(amount),
});
