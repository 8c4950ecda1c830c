import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { MomentQuery } from '../common/common.dto';
import { Optional, Words } from '../common/fields';

/** Which of a year's two documents is asked for, in which form. */
export class DocumentQuery {
  /** 公开格式，见 /api/profiles */
  @Words(64)
  profile: string = 'standard';

  /** budget 预算公开，final 决算公开；缺省为当时该编的一种：有支付或已关账即为决算 */
  @Optional()
  @ApiProperty({ enum: ['budget', 'final'], required: false })
  @IsIn(['budget', 'final'], { message: '须为 budget 或 final。' })
  document?: 'budget' | 'final';
}

/** A document seen from a moment. */
export class AccountQuery extends IntersectionType(MomentQuery, DocumentQuery) {}
