import { CloseUnits, ReopenUnits, type UnitDisposition } from '@juesuan/application';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../access/signed-in';
import { type ReceiptDto, YearPath } from '../common/common.dto';
import { lineOf } from '../common/line';
import { Asking, AskingOfAll, type Asks } from './asks';
import { Recording, senderOf } from './recording';
import { CloseYearDto, type DispositionDto, OpenYearDto, ReopenYearDto, type UnitDoneDto } from './year.dto';

/** A unit's budget year: opening, closing, opening again. */
@ApiTags('年度')
@Controller('units/:unit/years/:year')
export class YearController {
  constructor(
    private readonly recording: Recording,
    private readonly commands: CommandBus,
  ) {}

  /** 开启年度 */
  @Post('open')
  @Roles('administrator')
  open(@Param() path: YearPath, @Asking() asks: Asks, @Body() body: OpenYearDto): Promise<ReceiptDto> {
    const { unitName, unitType, parentCode = null } = body;
    const data = { unitCode: path.unit, unitName, parentCode, unitType, year: path.year };
    return this.recording.record(path, asks, { type: 'OpenFiscalYear', data });
  }

  /** 关账（部门连同所属单位一起，一个不合规则就都不关）：未用的额度逐条转为结转、结余或收回 */
  @Post('close')
  @Roles('administrator')
  @HttpCode(200)
  async close(
    @Param() { unit, year }: YearPath,
    @AskingOfAll() asks: Asks,
    @Body() { date, dispositions }: CloseYearDto,
  ): Promise<UnitDoneDto[]> {
    const end = { date, dispositions: dispositions.map(dispositionOf) };
    return this.commands.execute(new CloseUnits(unit, year, end, senderOf(asks)));
  }

  /** 重新开账（部门连同所属单位一起）：须说明理由 */
  @Post('reopen')
  @Roles('administrator')
  @HttpCode(200)
  async reopen(
    @Param() { unit, year }: YearPath,
    @AskingOfAll() asks: Asks,
    @Body() { date, reason }: ReopenYearDto,
  ): Promise<UnitDoneDto[]> {
    return this.commands.execute(new ReopenUnits(unit, year, { date: date ?? null, reason }, senderOf(asks)));
  }
}

function dispositionOf({ unit: named, line: written, outcome, ...recall }: DispositionDto): UnitDisposition {
  const [unit, line] = [named ?? null, lineOf(written)];
  if (outcome !== 'recall') return { unit, line, outcome };
  const { documentNumber = '', purpose = '' } = recall;
  return { unit, line, outcome, documentNumber, purpose };
}
