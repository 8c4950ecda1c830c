import { THREE_PUBLIC_KINDS, type ThreePublicKind } from '@juesuan/classification';
import { SURPLUS_MOVEMENTS, type SurplusMovement } from '@juesuan/execution';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { YearPath } from '../common/common.dto';
import { AmountText, Code, Day, SomeWords, Words } from '../common/fields';

export class ThreePublicPath extends YearPath {
  @ApiProperty({ enum: Object.keys(THREE_PUBLIC_KINDS) })
  @IsIn(Object.keys(THREE_PUBLIC_KINDS))
  kind!: ThreePublicKind;
}

export class PriorYearPath extends YearPath {
  @ApiProperty({ enum: ['account', 'budget'] })
  @IsIn(['account', 'budget'])
  document!: 'account' | 'budget';

  /** 指标名称，如 收入支出总计 */
  @SomeWords(100)
  name!: string;
}

export class NamedFactPath extends YearPath {
  /** 指标名称，如 公务接待批次 */
  @SomeWords(100)
  name!: string;
}

export class ItemPath extends YearPath {
  /** 功能分类科目（项），或所说明的其他差异 */
  @SomeWords(100)
  item!: string;
}

export class ParagraphPath extends YearPath {
  /** 段落，见账目中段落的 key */
  @Code(200)
  key!: string;
}

/** 一个金额 */
export class AmountOnlyDto {
  @AmountText()
  amount!: string;
}

/** 一项非资金事实 */
export class DisclosureDto {
  @SomeWords(500)
  value!: string;

  @Words(20)
  unit: string = '';

  @Words(500)
  note: string = '';
}

/** 差异原因；其中的数字写成占位，如 {追加} */
export class ReasonDto {
  @SomeWords(1000)
  reason!: string;
}

/** 对一段文字的改写；其中的数字写成占位 */
export class ExplanationDto {
  @SomeWords(5000)
  text!: string;
}

/** 使用非财政拨款结余，或结余分配 */
export class SurplusMovementDto {
  @Day()
  date!: string;

  @AmountText()
  amount!: string;

  @SomeWords(500)
  purpose!: string;
}

/** 冲减使用非财政拨款结余（used）或结余分配（distributed） */
export class SurplusReversalDto extends SurplusMovementDto {
  @ApiProperty({ enum: Object.keys(SURPLUS_MOVEMENTS) })
  @IsIn(Object.keys(SURPLUS_MOVEMENTS))
  movement!: SurplusMovement;

  @SomeWords(500)
  reason!: string;
}
