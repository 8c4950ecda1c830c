import { Type } from 'class-transformer';
import { IsInt } from 'class-validator';
import { Optional } from '../common/fields';

export class LiveQuery {
  /** 只看这个财政年度 */
  @Optional()
  @Type(() => Number)
  @IsInt()
  year?: number;
}
