import { randomUUID } from 'node:crypto';
import { mayRead } from '@juesuan/access';
import { type AdjustmentEffect, PreviewAdjustment } from '@juesuan/application';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Roles, type SignedInUser, User } from '../access/signed-in';
import { unitNotYours } from '../access/unit-guard';
import { UnitTrees } from '../access/unit-trees';
import { fenOf } from '../common/amount';
import { type ReceiptDto, YearPath } from '../common/common.dto';
import { amountDto } from '../reading/printing';
import {
  type AdjustmentContentDto,
  type AdjustmentEffectDto,
  AdjustmentPath,
  DraftAdjustmentDto,
  PreviewAdjustmentDto,
  type QuotaDto,
  ReviewDto,
} from './adjustments.dto';
import { lineOf } from '../common/line';
import { Asking, type Asks } from './asks';
import { Recording } from './recording';

/** 调整单: drafted → submitted → approved or rejected by another person → applied. */
@ApiTags('调整')
@Controller('units/:unit/years/:year/adjustments')
export class AdjustmentsController {
  constructor(
    private readonly recording: Recording,
    private readonly queries: QueryBus,
    private readonly trees: UnitTrees,
  ) {}

  /** 起草 */
  @Post()
  @Roles('officer')
  draft(@Param() path: YearPath, @Asking() asks: Asks, @Body() body: DraftAdjustmentDto): Promise<ReceiptDto> {
    return this.recording.record(path, asks, { type: 'DraftAdjustment', data: draftOf(body, body.adjustmentId) });
  }

  /** 试算一份草稿：各指标执行前后的额度，科目的说明将怎样写；什么都不记录 */
  @Post('preview')
  @Roles('officer', 'reviewer')
  @HttpCode(200)
  async preview(
    @Param() { unit, year }: YearPath,
    @User() user: SignedInUser,
    @Body() body: PreviewAdjustmentDto,
  ): Promise<AdjustmentEffectDto> {
    const { account = unit, profile, adjustmentId = randomUUID() } = body;
    if (!mayRead(user, account, await this.trees.of(year, account))) throw unitNotYours(account);
    const draft = draftOf(body, adjustmentId);
    return effectDto(await this.queries.execute(new PreviewAdjustment(unit, year, draft, account, profile)));
  }

  /** 送审 */
  @Post(':id/submit')
  @Roles('officer')
  @HttpCode(200)
  submit(@Param() path: AdjustmentPath, @Asking() asks: Asks): Promise<ReceiptDto> {
    return this.recording.record(path, asks, { type: 'SubmitAdjustment', data: { adjustmentId: path.id } });
  }

  /** 批准：须由经办以外的人 */
  @Post(':id/approve')
  @Roles('reviewer')
  @HttpCode(200)
  approve(@Param() path: AdjustmentPath, @Asking() asks: Asks, @Body() { comment }: ReviewDto): Promise<ReceiptDto> {
    return this.recording.record(path, asks, { type: 'ApproveAdjustment', data: { adjustmentId: path.id, comment } });
  }

  /** 退回：须由经办以外的人 */
  @Post(':id/reject')
  @Roles('reviewer')
  @HttpCode(200)
  reject(@Param() path: AdjustmentPath, @Asking() asks: Asks, @Body() { comment }: ReviewDto): Promise<ReceiptDto> {
    return this.recording.record(path, asks, { type: 'RejectAdjustment', data: { adjustmentId: path.id, comment } });
  }

  /** 执行已批准的调整单：额度自此变动 */
  @Post(':id/apply')
  @Roles('officer', 'reviewer')
  @HttpCode(200)
  apply(@Param() path: AdjustmentPath, @Asking() asks: Asks): Promise<ReceiptDto> {
    return this.recording.record(path, asks, { type: 'ApplyAdjustment', data: { adjustmentId: path.id } });
  }
}

function draftOf({ documentNumber, date, purpose, entries }: AdjustmentContentDto, adjustmentId: string) {
  return {
    adjustmentId,
    documentNumber,
    date,
    purpose,
    entries: entries.map(({ type, line, amount, carryover }) => ({
      type,
      line: lineOf(line),
      amount: fenOf(amount),
      ...(carryover === undefined ? {} : { carryover }),
    })),
  };
}

const quotaDto = ({ final, paid, available }: AdjustmentEffect['lines'][number]['before']): QuotaDto => ({
  final: amountDto(final),
  paid: amountDto(paid),
  available: amountDto(available),
});

const effectDto = ({ revision, lines, items }: AdjustmentEffect): AdjustmentEffectDto => ({
  revision,
  lines: lines.map(({ line, itemName, before, after }) => ({
    line: { ...line },
    itemName: itemName ?? line.item,
    change: amountDto(after.final - before.final),
    before: quotaDto(before),
    after: quotaDto(after),
  })),
  items: items.map(({ code, name, before, after }) => ({ code, name: name ?? code, before, after })),
});
