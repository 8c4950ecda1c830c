import type { AdjustmentEntry, CarryoverKind } from '@juesuan/execution';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { AmountDto, LineDto, YearPath } from '../common/common.dto';
import { AmountText, Code, Nested, NestedList, Optional, Words } from '../common/fields';
import { CARRYOVERS, DocumentDto } from './year.dto';

const TYPES = ['supplement', 'cut', 'transferOut', 'transferIn', 'carryoverIn', 'recall'];

export class AdjustmentPath extends YearPath {
  /** 调整单号 */
  @Code(64)
  id!: string;
}

/** 调整单的一条明细 */
export class AdjustmentEntryDto {
  /** 追加、追减、调剂转出、调剂转入、上年结转、收回 */
  @ApiProperty({ enum: TYPES })
  @IsIn(TYPES)
  type!: AdjustmentEntry['type'];

  @Nested(() => LineDto)
  line!: LineDto;

  @AmountText()
  amount!: string;

  /** 上年结转须写明种类 */
  @ApiProperty({ enum: CARRYOVERS, required: false })
  @Optional()
  @IsIn(CARRYOVERS)
  carryover?: CarryoverKind;
}

/** 调整单的内容 */
export class AdjustmentContentDto extends DocumentDto {
  @NestedList(() => AdjustmentEntryDto, 1, 1000)
  entries!: AdjustmentEntryDto[];
}

/** 调整单草稿 */
export class DraftAdjustmentDto extends AdjustmentContentDto {
  /** 调整单号，本单位本年度内不重复 */
  @Code(64)
  adjustmentId!: string;
}

/** 要试算的草稿，以及要看的是谁的说明 */
export class PreviewAdjustmentDto extends AdjustmentContentDto {
  /** 想用的调整单号；不给则不查它是否已存在 */
  @Optional()
  @Code(64)
  adjustmentId?: string;

  /** 公开格式 */
  @Words(64)
  profile: string = 'standard';

  /** 看哪个单位的说明：本单位，或它所属的部门 */
  @Optional()
  @Code(32)
  account?: string;
}

/** 一条指标的额度 */
export class QuotaDto {
  final!: AmountDto;
  paid!: AmountDto;
  available!: AmountDto;
}

/** 一条指标在执行前后的额度 */
export class LineEffectDto {
  line!: LineDto;
  /** 科目名称 */
  itemName!: string;
  change!: AmountDto;
  before!: QuotaDto;
  after!: QuotaDto;
}

/** 一个科目在执行前后的说明；没有说明时为空 */
export class SentenceEffectDto {
  code!: string;
  name!: string;
  before!: string | null;
  after!: string | null;
}

/** 调整单如果现在执行，会有什么变化 */
export class AdjustmentEffectDto {
  /** 试算时年度的 revision */
  revision!: number;
  lines!: LineEffectDto[];
  items!: SentenceEffectDto[];
}

/** 审核意见 */
export class ReviewDto {
  @Words(500)
  comment: string = '';
}
