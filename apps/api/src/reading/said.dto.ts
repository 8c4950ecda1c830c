import { type AmountDto, type LineDto } from '../common/common.dto';
import { type EventDto } from './reading.dto';

/** 一次记录：说了什么，谁在何时 */
export class SayingDto {
  /** 文字或数值；金额见 amount */
  text!: string | null;
  amount!: AmountDto | null;
  /** 计量单位，仅其他事项有 */
  unit!: string;
  /** 备注，仅其他事项有 */
  note!: string;
  actor!: string;
  /** 记录时刻（UTC） */
  recordedAt!: string;
  /** 事件，如 301001.2023@57 */
  reference!: string;
  /** 导入的文件与行 */
  source!: string | null;
}

/** 一项可以重新记录的事实 */
export class SaidDto {
  /** 名称：科目编码、指标名称、段落的 key 或三公经费类别 */
  name!: string;
  /** 给人看的名称 */
  title!: string;
  /** 现在的 */
  now!: SayingDto;
  /** 此前的，最近的在前 */
  before!: SayingDto[];
}

/** 上年的一个数 */
export class PriorYearDto extends SaidDto {
  /** account 上年决算，budget 上年预算 */
  document!: 'account' | 'budget';
}

/** 关账时解冻的一笔冻结 */
export class ReleasedFreezeDto {
  unit!: string;
  freezeId!: string;
  line!: LineDto;
  amount!: AmountDto;
}

/** 最近一次关账把未用的额度转到了哪里；重新开账以后也还在 */
export class LastClosingDto {
  /** 从未关账的为 null */
  date!: string | null;
  /** 结转下年 */
  carryover!: AmountDto;
  /** 结余 */
  surplus!: AmountDto;
  /** 财政收回 */
  recall!: AmountDto;
  /** 关账时解冻的；重新开账不恢复 */
  released!: ReleasedFreezeDto[];
}

/** 一项冻结 */
export class FreezeStateDto {
  unit!: string;
  freezeId!: string;
  line!: LineDto;
  date!: string;
  purpose!: string;
  /** 冻结过多少 */
  frozen!: AmountDto;
  released!: AmountDto;
  /** 凭此编号支付 */
  used!: AmountDto;
  /** 仍冻结着 */
  left!: AmountDto;
  open!: boolean;
  /** 经过：冻结、支付、解冻 */
  steps!: EventDto[];
}
