import { readableUnits } from '@juesuan/access';
import type { Unit } from '@juesuan/account';
import { ListUnits, ListYears } from '@juesuan/application';
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
    return (await this.readable(user, year)).map((unit) => ({ ...unit }));
  }

  /** 本人可以查看的单位开启过的财政年度，新的在前 */
  @Get('years')
  @AnyRole()
  async years(@User() user: SignedInUser): Promise<number[]> {
    const seen: number[] = [];
    for (const year of await this.queries.execute(new ListYears()))
      if ((await this.readable(user, year)).length > 0) seen.push(year);
    return seen;
  }

  private async readable(user: SignedInUser, year: number): Promise<Unit[]> {
    const units = await this.queries.execute(new ListUnits(year));
    const readable = new Set(readableUnits(user, units));
    return units.filter(({ code }) => readable.has(code));
  }
}
