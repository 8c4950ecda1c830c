import { Code, FiscalYear } from '../common/fields';

export class ImportYearDto {
  /** 财政年度 */
  @FiscalYear()
  year!: number;
}

export class ImportPath {
  @Code(64)
  id!: string;
}

/** 不合规则的一格 */
export class CellErrorDto {
  file!: string;
  row!: number | null;
  column!: string | null;
  value!: string | null;
  rule!: string;
  advice!: string;
}

/** 一次导入：先试算（什么都不记录），再确认 */
export class ImportDto {
  id!: string;
  year!: number;
  /** checking 试算中、checked 可以确认、refused 有错、recording 记录中、recorded 已记录、failed 程序出错 */
  state!: string;
  /** 正在做的一步：read、decide、append */
  stage!: string;
  done!: number;
  total!: number;
  /** 一句话 */
  says!: string;
  rows!: number;
  /** 将要（或已经）记录的事项数 */
  recorded!: number;
  /** 此前已经记录、不会重复的行数 */
  repeated!: number;
  units!: string[];
  /** 已记录时：作为查询的 after= 就能读到这次导入的内容；此前为 null */
  position!: string | null;
  /** 各文件金额的合计，按类型，元和万元各一：确认之前与自己的合计核对 */
  totals!: string[];
  notices!: string[];
  /** 不合规则的前 1000 格 */
  refused!: CellErrorDto[];
  /** 不合规则的共有几格 */
  refusedTotal!: number;
}
