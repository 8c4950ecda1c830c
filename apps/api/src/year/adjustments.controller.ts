import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../access/signed-in';
import { fenOf } from '../common/amount';
import { type ReceiptDto, YearPath } from '../common/common.dto';
import { AdjustmentPath, DraftAdjustmentDto, ReviewDto } from './adjustments.dto';
import { lineOf } from '../common/line';
import { Asking, type Asks } from './asks';
import { Recording } from './recording';

/** 调整单: drafted → submitted → approved or rejected by another person → applied. */
@ApiTags('调整')
@Controller('units/:unit/years/:year/adjustments')
export class AdjustmentsController {
  constructor(private readonly recording: Recording) {}

  /** 起草 */
  @Post()
  @Roles('officer')
  draft(@Param() path: YearPath, @Asking() asks: Asks, @Body() body: DraftAdjustmentDto): Promise<ReceiptDto> {
    const { adjustmentId, documentNumber, date, purpose } = body;
    const entries = body.entries.map(({ type, line, amount, carryover }) => ({
      type,
      line: lineOf(line),
      amount: fenOf(amount),
      ...(carryover === undefined ? {} : { carryover }),
    }));
    const data = { adjustmentId, documentNumber, date, purpose, entries };
    return this.recording.record(path, asks, { type: 'DraftAdjustment', data });
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
