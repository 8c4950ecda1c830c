import type { YearEndDisposition } from '@juesuan/execution';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '../access/signed-in';
import { type ReceiptDto, YearPath } from '../common/common.dto';
import { lineOf } from '../common/line';
import { Asking, type Asks } from './asks';
import { Recording } from './recording';
import { CloseYearDto, type DispositionDto, OpenYearDto, ReopenYearDto } from './year.dto';

/** A unit's budget year: opening, closing, opening again. */
@ApiTags('年度')
@Controller('units/:unit/years/:year')
export class YearController {
  constructor(private readonly recording: Recording) {}

  /** 开启年度 */
  @Post('open')
  @Roles('administrator')
  open(@Param() path: YearPath, @Asking() asks: Asks, @Body() body: OpenYearDto): Promise<ReceiptDto> {
    const { unitName, unitType, parentCode = null } = body;
    const data = { unitCode: path.unit, unitName, parentCode, unitType, year: path.year };
    return this.recording.record(path, asks, { type: 'OpenFiscalYear', data });
  }

  /** 关账：未用的额度逐条转为结转、结余或收回 */
  @Post('close')
  @Roles('administrator')
  @HttpCode(200)
  close(@Param() path: YearPath, @Asking() asks: Asks, @Body() body: CloseYearDto): Promise<ReceiptDto> {
    const data = { date: body.date, dispositions: body.dispositions.map(dispositionOf), chainHead: null };
    return this.recording.record(path, asks, { type: 'CloseFiscalYear', data });
  }

  /** 重新开账：须说明理由 */
  @Post('reopen')
  @Roles('administrator')
  @HttpCode(200)
  reopen(@Param() path: YearPath, @Asking() asks: Asks, @Body() { date, reason }: ReopenYearDto): Promise<ReceiptDto> {
    return this.recording.record(path, asks, { type: 'ReopenFiscalYear', data: { date, reason } });
  }
}

function dispositionOf({ line, outcome, documentNumber = '', purpose = '' }: DispositionDto): YearEndDisposition {
  const on = lineOf(line);
  return outcome === 'recall' ? { line: on, outcome, documentNumber, purpose } : { line: on, outcome };
}
