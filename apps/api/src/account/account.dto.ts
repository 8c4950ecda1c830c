import { DRIVER_KINDS } from '@juesuan/account';
import type { CellRole } from '@juesuan/documents';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { AmountDto } from '../common/common.dto';
import { Code, Optional, Words } from '../common/fields';
import { AccountQuery } from './document.dto';
import { type FactDto } from './fact.dto';

const CELL_ROLES: readonly CellRole[] = ['title', 'number', 'unitLine', 'header', 'code', 'label', 'figure', 'note'];

/** 公开格式 */
export class ProfileDto {
  id!: string;
  name!: string;
}

/** 一张表的一格 */
export class SourceCellDto {
  table!: string;
  row!: string;
  column!: number;
}

/** 数字及其出处（用于 why?source=） */
export class FigureDto {
  text!: string;
  source!: string;
  /** 在段落文字中的起始位置 */
  start!: number;
  /** 与表中哪些格是同一个数 */
  cells!: SourceCellDto[];
}

/** 需要有人补充的地方 */
export class GapDto {
  start!: number;
  length!: number;
  missing!: string;
  /** 补上它的文字的名称（PUT explanations/:key）；缺的是数据时没有 */
  key!: string | null;
  /** 缺的数据；缺的是文字时没有 */
  facts!: FactDto[];
}

export class ParagraphDto {
  /** 改写这一段时用的名称 */
  key!: string;
  text!: string;
  figures!: FigureDto[];
  gaps!: GapDto[];
  /** 改写过的文字为何需要重看 */
  stale!: string | null;
}

export class SectionDto {
  heading!: string;
  paragraphs!: ParagraphDto[];
}

/** 差异的一个成因 */
export class DriverDto {
  @ApiProperty({ enum: DRIVER_KINDS })
  kind!: string;
  purpose!: string | null;
  /** 万元 */
  amount!: string;
  fen!: number;
  /** 前 50 项；全部的见 final-account.json */
  events!: string[];
}

/** 一个科目的差异 */
export class ItemDto {
  code!: string;
  name!: string;
  original!: string;
  actual!: string;
  rate!: string | null;
  /** above、below 或 level */
  direction!: string;
  drivers!: DriverDto[];
  /** 记录的原因 */
  reason!: string | null;
  text!: string;
  figures!: FigureDto[];
  /** 还缺原因 */
  needsReason!: boolean;
}

export class OverallDto {
  original!: string;
  actual!: string;
  rate!: string | null;
}

/** 一份账目：预算（尚无支付时）或决算 */
export class AccountDto {
  unit!: string;
  unitName!: string;
  year!: number;
  profile!: string;
  isBudget!: boolean;
  overall!: OverallDto;
  items!: ItemDto[];
  notes!: SectionDto[];
  /** 中断而尚未完成的导入 */
  incompleteImports!: string[];
}

export class HeaderCellDto {
  label!: string;
  @ApiProperty({ type: () => [HeaderCellDto] })
  children!: HeaderCellDto[];
}

export class TableRowDto {
  key!: string;
  label!: string;
  level!: number;
  /** 万元，两位小数，不分组 */
  values!: string[];
  /** 按公开格式排印 */
  printed!: string[];
}

/** 一张公开表 */
export class TableDto {
  id!: string;
  title!: string;
  printedNumber!: string;
  columns!: string[];
  header!: HeaderCellDto[];
  unitLine!: string;
  moneyLine!: string;
  rows!: TableRowDto[];
  notes!: string[];
  emptySentence!: string | null;
}

/** 版面上一格是哪个数：行与列 */
export class CellOfDto {
  row!: string;
  column!: number;
}

/** 版面上的一格，行列从 0 起 */
export class PageCellDto {
  row!: number;
  column!: number;
  rowSpan!: number;
  columnSpan!: number;
  text!: string;
  /** title、number、unitLine、header、code、label、figure 或 note */
  @ApiProperty({ enum: CELL_ROLES })
  role!: CellRole;
  bold!: boolean;
  indent!: number;
  alignRight!: boolean;
  /** 数字所在的单元格，用于 why */
  of!: CellOfDto | null;
}

/** 一张公开表的版面：合并的单元格，列宽以字符计 */
export class PrintedPageDto {
  /** 表号，用于 why */
  table!: string;
  title!: string;
  printedNumber!: string;
  widths!: number[];
  rows!: number;
  /** 表头的最后一行 */
  headerEnd!: number;
  landscape!: boolean;
  /** 没有数字的表 */
  empty!: boolean;
  cells!: PageCellDto[];
}

/** 一项勾稽核对 */
export class CheckDto {
  id!: string;
  /** true 通过，false 未通过，null 没有核对（原因见 says） */
  ok!: boolean | null;
  severity!: string;
  outcome!: string;
  left!: string | null;
  right!: string | null;
  says!: string;
}

/** 拟写的文字：差异原因或一段说明 */
export class WordingDto extends AccountQuery {
  @ApiProperty({ enum: ['reason', 'explanation'] })
  @IsIn(['reason', 'explanation'])
  of!: 'reason' | 'explanation';

  /** 科目编码，或段落、缺口的 key */
  @Code(200)
  key!: string;

  @Words(5000)
  text!: string;
}

/** What figure is asked about: an address of a sentence's figure, a cell, or an item. */
export class WhyQuery extends AccountQuery {
  /** 说明中数字的出处 */
  @Optional()
  @Words(500)
  source?: string;

  /** 表号，如 05 */
  @Optional()
  @Words(8)
  table?: string;

  /** 行，如 2080199 */
  @Optional()
  @Words(64)
  row?: string;

  /** 列：从 0 起的序号或名称 */
  @Optional()
  @Words(64)
  column?: string;

  /** 科目：差异的全部成因 */
  @Optional()
  @Words(16)
  item?: string;

  @Optional()
  @ApiProperty({ enum: DRIVER_KINDS, required: false })
  @IsIn(DRIVER_KINDS)
  driver?: (typeof DRIVER_KINDS)[number];
}

/** 数字背后的一笔 */
export class EntryDto {
  /** 事件，如 301001.2023@57 */
  event!: string;
  unit!: string;
  date!: string;
  /** 类型的中文名 */
  title!: string;
  /** 文号或凭证号 */
  reference!: string;
  item!: string;
  project!: string;
  economicItem!: string;
  purpose!: string;
  /** 计入这个数字的金额（带符号） */
  amount!: AmountDto;
}

export class PartDto {
  /** 成因；单元格只有一部分 */
  kind!: string | null;
  purpose!: string | null;
  amount!: AmountDto;
  /** 共有几笔 */
  total!: number;
  /** 前 1000 笔 */
  entries!: EntryDto[];
}

/** 说明中的一个数，按公开格式排印 */
export class NamedFigureDto {
  source!: string;
  title!: string;
  /** 没有记录时为空 */
  printed!: string | null;
  /** 记录它的事件 */
  event!: string | null;
}

/** 一个数字从哪里来：由各笔相加，或由 from 各数算得，或是 event 记录的一个事实 */
export class WhyDto {
  title!: string;
  /** 由各笔相加的金额；占比、数量等没有 */
  amount!: AmountDto | null;
  /** 不由各笔相加的数，按公开格式排印 */
  printed!: string | null;
  event!: string | null;
  from!: NamedFigureDto[];
  sentence!: string | null;
  parts!: PartDto[];
}
