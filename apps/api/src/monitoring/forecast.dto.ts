import { AmountDto, LineDto, MomentQuery } from '../common/common.dto';
import { Words } from '../common/fields';

export class ForecastQuery extends MomentQuery {
  /** 公开格式，见 /api/profiles：差异多大须说明原因由它定 */
  @Words(64)
  profile: string = 'standard';
}

/** 预计的年末 */
export class YearEndDto {
  /** 全年预算数 */
  final!: AmountDto;
  /** 已支付 */
  paid!: AmountDto;
  /** 预计全年支付 */
  expected!: AmountDto;
  /** 预计执行率（百分数）；全年预算数为零时没有 */
  rate!: string | null;
  /** 关账时已结转、结余 */
  carriedOut!: AmountDto;
  /** 预计年末未用完 = 结转 + 结余 */
  lapse!: AmountDto;
  /** 其中预计结转下年 */
  carryover!: AmountDto;
  /** 其中预计转为结余 */
  surplus!: AmountDto;
}

/** 一条指标预计的年末 */
export class LineForecastDto extends YearEndDto {
  unit!: string;
  line!: LineDto;
  /** 科目名称 */
  itemName!: string;
  /** 为什么未用完、怎么处理；预计用完时没有 */
  why!: string | null;
}

/** 预计须说明差异原因的一项 */
export class ItemNeedingReasonDto {
  /** 功能分类项 */
  code!: string;
  name!: string;
  /** 年初预算数 */
  original!: AmountDto;
  /** 预计决算数 */
  expected!: AmountDto;
  /** 预计完成年初预算的百分数；没有年初预算时没有 */
  rate!: string | null;
  /** 照此编写的说明 */
  text!: string;
}

/** 从某一天看年末 */
export class ForecastDto {
  /** 截至日期 */
  asOf!: string;
  /** 怎样预计的，一句话 */
  method!: string;
  total!: YearEndDto;
  lines!: LineForecastDto[];
  /** 差异超出公开格式的允许范围、没有记录原因、也没有事项可以说明的项 */
  needReason!: ItemNeedingReasonDto[];
}
