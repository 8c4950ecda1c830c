import type { AdjustmentEntry, CarryoverKind } from '@juesuan/execution';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { LineDto, YearPath } from '../common/common.dto';
import { AmountText, Code, Nested, NestedList, Optional, Words } from '../common/fields';
import { DocumentDto } from './year.dto';

const TYPES = ['supplement', 'cut', 'transferOut', 'transferIn', 'carryoverIn', 'recall'];
const CARRYOVERS = ['book', 'reissued', 'nonFiscal'];

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

/** 调整单草稿 */
export class DraftAdjustmentDto extends DocumentDto {
  /** 调整单号，本单位本年度内不重复 */
  @Code(64)
  adjustmentId!: string;

  @NestedList(() => AdjustmentEntryDto, 1, 1000)
  entries!: AdjustmentEntryDto[];
}

/** 审核意见 */
export class ReviewDto {
  @Words(500)
  comment: string = '';
}
