import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CellErrorDto } from '../imports/imports.dto';

/** 错误（RFC 9457，application/problem+json） */
export class ProblemDto {
  /** urn:juesuan: 加规则的名称 */
  type!: string;
  /** 状态码的意思 */
  title!: string;
  status!: number;
  /** 一句话：哪里不对，怎么办 */
  detail!: string;
  /** 规则的名称，供程序判断 */
  code!: string;
  /** 规则涉及的事实，供程序使用 */
  @ApiProperty({ type: 'object', additionalProperties: true })
  facts!: Record<string, unknown>;
  /** 导入被拒时：每一格 */
  cells?: CellErrorDto[];
  /** 请求不合格式时：每个字段哪里不对 */
  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'array', items: { type: 'string' } } })
  fields?: Record<string, string[]>;
  /** 本次请求的编号，服务日志里也有 */
  request?: string;
}
