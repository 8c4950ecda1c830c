import { DRIVER_KINDS } from '@juesuan/account';
import { ApiProperty } from '@nestjs/swagger';
import { AmountDto } from '../common/common.dto';
import { Day, Optional, Words } from '../common/fields';
import { DocumentQuery } from './document.dto';

/** Two moments of one account; what is left out of a moment is as it is now. */
export class ComparisonQuery extends DocumentQuery {
  /** 从：截至业务日期 */
  @Optional()
  @Day()
  fromAsOf?: string;

  /** 从：当时所知，RFC 3339 带时区，或一天 */
  @Optional()
  @Words(40)
  fromKnownAt?: string;

  /** 到：截至业务日期 */
  @Optional()
  @Day()
  toAsOf?: string;

  /** 到：当时所知，RFC 3339 带时区，或一天 */
  @Optional()
  @Words(40)
  toKnownAt?: string;
}

/** 从哪里看：都为空时是现在 */
export class MomentDto {
  asOf!: string | null;
  /** UTC */
  knownAt!: string | null;
}

/** 前后两数，及其间使它变动的事件 */
export class ChangedDto {
  before!: AmountDto;
  after!: AmountDto;
  /** 后数减前数 */
  difference!: AmountDto;
  events!: string[];
}

export class CellChangeDto extends ChangedDto {
  table!: string;
  tableTitle!: string;
  row!: string;
  rowLabel!: string;
  column!: number;
  columnLabel!: string;
}

export class DriverChangeDto extends ChangedDto {
  @ApiProperty({ enum: DRIVER_KINDS })
  kind!: string;
  purpose!: string | null;
}

/** 一个科目的差异有何变动 */
export class ItemChangeDto {
  code!: string;
  name!: string;
  original!: ChangedDto;
  actual!: ChangedDto;
  drivers!: DriverChangeDto[];
}

/** 说明中有变动的一段 */
export class SentenceChangeDto {
  key!: string;
  heading!: string;
  before!: string | null;
  after!: string | null;
  /** 使它变动的事件；只因日期推移而变的没有 */
  events!: string[];
}

/** 重新记录过的一项事实 */
export class FactChangeDto {
  kind!: string;
  name!: string;
  before!: string | null;
  after!: string | null;
  events!: string[];
}

/** 两个时点之间有何变动 */
export class ComparisonDto {
  from!: MomentDto;
  to!: MomentDto;
  unitName!: string;
  cells!: CellChangeDto[];
  items!: ItemChangeDto[];
  sentences!: SentenceChangeDto[];
  facts!: FactChangeDto[];
}

/** 可以拿来比较的一个时点 */
export class VersionDto {
  @ApiProperty({ enum: ['monthEnd', 'import', 'closing', 'reopening'] })
  kind!: string;
  title!: string;
  moment!: MomentDto;
  /** 此前一刻；月末没有 */
  before!: MomentDto | null;
  actor!: string | null;
  recordedAt!: string | null;
  /** 由几项记录组成 */
  events!: number;
}
