import { UNIT_TYPES, type UnitType } from '@juesuan/classification';
import type { CarryoverKind } from '@juesuan/execution';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { LineDto, YearPath } from '../common/common.dto';
import { AmountText, Code, Day, Name, Nested, NestedList, Optional, SomeWords, Visible, Words } from '../common/fields';

/** 上年结转的种类. */
export const CARRYOVER_WORDS: Readonly<Record<CarryoverKind, string>> = {
  book: '账内结转',
  reissued: '收回后重新下达',
  nonFiscal: '非财政拨款结转',
};
export const CARRYOVERS = Object.keys(CARRYOVER_WORDS);

/** 开启财政年度 */
export class OpenYearDto {
  /** 单位名称 */
  @SomeWords(100)
  unitName!: string;

  /** 上级单位编码；部门为空 */
  @Optional()
  @Code(32)
  parentCode?: string;

  /** 单位类型 */
  @ApiProperty({ enum: Object.keys(UNIT_TYPES) })
  @IsIn(Object.keys(UNIT_TYPES))
  unitType!: UnitType;
}

/** 年初预算 */
export class OriginalBudgetDto {
  @Nested(() => LineDto)
  line!: LineDto;

  @AmountText()
  amount!: string;

  /** 部门预算支出经济分类科目（款），可以没有 */
  @Optional()
  @Code(16)
  economicItem?: string;

  /** 指标来源：本年预算或上年结转 */
  @ApiProperty({ enum: ['current', 'carryover'] })
  @IsIn(['current', 'carryover'])
  origin: 'current' | 'carryover' = 'current';
}

/** 冲减年初预算 */
export class OriginalReversalDto extends OriginalBudgetDto {
  @SomeWords(500)
  reason!: string;
}

/** 文号、日期、事由 */
export class DocumentDto {
  /** 文号 */
  @Visible()
  @SomeWords(100)
  documentNumber!: string;

  @Day()
  date!: string;

  /** 事由 */
  @SomeWords(500)
  purpose!: string;
}

/** 一条指标的年中变动 */
export class QuotaChangeDto extends DocumentDto {
  @Nested(() => LineDto)
  line!: LineDto;

  @AmountText()
  amount!: string;
}

/** 上年结转 */
export class CarryoverDto extends QuotaChangeDto {
  /** 账内结转、收回后重新下达、非财政拨款结转 */
  @ApiProperty({ enum: CARRYOVERS })
  @IsIn(CARRYOVERS)
  carryover!: CarryoverKind;
}

/** 单位内两条指标之间的调剂 */
export class VirementDto extends DocumentDto {
  @Nested(() => LineDto)
  from!: LineDto;

  @Nested(() => LineDto)
  to!: LineDto;

  @AmountText()
  amount!: string;
}

/** 冻结 */
export class FreezeDto {
  /** 合同或采购编号 */
  @Code(100)
  freezeId!: string;

  @Nested(() => LineDto)
  line!: LineDto;

  @AmountText()
  amount!: string;

  @Day()
  date!: string;

  @SomeWords(500)
  purpose!: string;
}

export class FreezePath extends YearPath {
  /** 合同或采购编号 */
  @Code(100)
  freezeId!: string;
}

/** 解冻 */
export class ReleaseDto {
  @AmountText()
  amount!: string;

  @Day()
  date!: string;
}

/** 关账时一条指标的未用额度如何处理；没有列出的转为结转 */
export class DispositionDto {
  /** 指标所属的单位；只关一个单位时可以不写 */
  @Optional()
  @Code(32)
  unit?: string;

  @Nested(() => LineDto)
  line!: LineDto;

  @ApiProperty({ enum: ['carryover', 'surplus', 'recall'] })
  @IsIn(['carryover', 'surplus', 'recall'])
  outcome!: 'carryover' | 'surplus' | 'recall';

  /** 收回的文号 */
  @Optional()
  @Name(100)
  documentNumber?: string;

  /** 收回的事由 */
  @Optional()
  @Words(500)
  purpose?: string;
}

/** 关账 */
export class CloseYearDto {
  @Day()
  date!: string;

  @NestedList(() => DispositionDto, 0, 10000)
  dispositions: DispositionDto[] = [];
}

/** 一个单位办理的结果 */
export class UnitDoneDto {
  unit!: string;
  name!: string;
  /** false：此前已是如此 */
  done!: boolean;
  /** 记录在日志中的位置；查询时以 after= 等待它 */
  position!: string | null;
}

/** 重新开账 */
export class ReopenYearDto {
  /** 冲回的日期；不写即为关账的那一天 */
  @Optional()
  @Day()
  date?: string;

  @SomeWords(500)
  reason!: string;
}
