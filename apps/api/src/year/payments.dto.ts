import { FUND_SOURCES, type FundSource } from '@juesuan/classification';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { AmountDto, LineDto, YearPath } from '../common/common.dto';
import { AmountText, Code, Day, Nested, Optional, Words } from '../common/fields';

/** 凭证号、日期、金额、摘要 */
export class VoucherDto {
  /** 凭证号，本单位本年度内不重复 */
  @Code(64)
  voucher!: string;

  @Day()
  date!: string;

  @AmountText()
  amount!: string;

  /** 摘要 */
  @Words(500)
  summary: string = '';
}

export class VoucherPath extends YearPath {
  /** 原凭证号 */
  @Code(64)
  original!: string;
}

/** 支付 */
export class PaymentDto extends VoucherDto {
  @Nested(() => LineDto)
  line!: LineDto;

  /** 经济分类科目（款） */
  @Optional()
  @Code(16)
  economicItem?: string;

  /** 使用的冻结（合同或采购编号） */
  @Optional()
  @Code(100)
  freezeId?: string;
}

/** 退回（记在原凭证的指标上）或更正（整笔移到这里的指标和经济科目） */
export class CorrectionDto extends VoucherDto {
  @Nested(() => LineDto)
  line!: LineDto;

  @Optional()
  @Code(16)
  economicItem?: string;
}

/** 一笔支付现在记在哪里、尚余多少：退回和更正由此开始 */
export class StandingPaymentDto {
  line!: LineDto;
  economicItem!: string | null;
  /** 尚未退回的金额 */
  remaining!: AmountDto;
  /** 看到的 revision，提交时放在 If-Match 里 */
  revision!: number;
}

/** 收入 */
export class IncomeDto extends VoucherDto {
  /** 收入来源 */
  @ApiProperty({ enum: Object.keys(FUND_SOURCES) })
  @IsIn(Object.keys(FUND_SOURCES))
  fundSource!: FundSource;

  /** 功能分类科目（项） */
  @Code(16)
  item!: string;
}

/** 年初结转和结余 */
export class OpeningBalanceDto {
  @ApiProperty({ enum: Object.keys(FUND_SOURCES) })
  @IsIn(Object.keys(FUND_SOURCES))
  fundSource!: FundSource;

  @Code(16)
  item!: string;

  @AmountText()
  amount!: string;
}

/** 冲减年初结转和结余 */
export class OpeningReversalDto extends OpeningBalanceDto {
  @Words(500)
  reason!: string;
}
