import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';

/** 公开文件要用、另行记录的一个数：其他事项，或上年的数 */
export class FactDto {
  /** disclosure 其他事项，account 上年决算，budget 上年预算 */
  @ApiProperty({ enum: ['disclosure', 'account', 'budget'] })
  of!: 'disclosure' | 'account' | 'budget';
  /** 指标名称，如 会议次数 */
  name!: string;
}

/** 公开格式的正文要用的一个数 */
export class FactAskedDto extends FactDto {
  /** 正文印成万元；否则照记录的印 */
  isAmount!: boolean;
}

/** 公开格式的哪一种文件 */
export class FactsAskedQuery {
  /** budget 预算公开，final 决算公开 */
  @ApiProperty({ enum: ['budget', 'final'] })
  @IsIn(['budget', 'final'])
  document: 'budget' | 'final' = 'final';
}
