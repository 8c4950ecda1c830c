import { readableUnits } from '@juesuan/access';
import { ListUnits } from '@juesuan/application';
import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AnyRole, type SignedInUser, User } from '../access/signed-in';
import { UnitDto, YearsQuery } from './reading.dto';

/** The units one may see. */
@ApiTags('单位')
@Controller('units')
export class UnitsController {
  constructor(private readonly queries: QueryBus) {}

  /** 本人可以查看的单位 */
  @Get()
  @AnyRole()
  async list(@User() user: SignedInUser, @Query() { year }: YearsQuery): Promise<UnitDto[]> {
    const units = await this.queries.execute(new ListUnits(year));
    const readable = new Set(readableUnits(user, units));
    return units.filter(({ code }) => readable.has(code)).map((unit) => ({ ...unit }));
  }
}
