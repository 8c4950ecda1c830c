import { Type } from 'class-transformer';
import { IsInt, IsOptional } from 'class-validator';

export class LiveQuery {
  /** 只看这个财政年度 */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  year?: number;
}
