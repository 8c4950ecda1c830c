import { ReportAccount } from '@juesuan/application';
import { writeTables } from '@juesuan/documents';
import { applyDecorators, Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { AnyRole } from '../access/signed-in';
import { YearPath } from '../common/common.dto';
import { download, workbook, XLSX } from '../common/download';
import { momentOf } from '../reading/moment';
import { AccountQuery } from './document.dto';
import { Exports } from './exports';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const ZIP = 'application/zip';

const Bytes = (type: string): MethodDecorator =>
  applyDecorators(AnyRole(), ApiProduces(type), ApiOkResponse({ schema: { type: 'string', format: 'binary' } }));

/** The files of a disclosure, as they are published. */
@ApiTags('决算')
@Controller('units/:unit/years/:year/account')
export class FilesController {
  constructor(
    private readonly queries: QueryBus,
    private readonly exports: Exports,
  ) {}

  /** 决算公开表.xlsx */
  @Get('tables.xlsx')
  @Bytes(XLSX)
  async workbook(@Param() path: YearPath, @Query() query: AccountQuery): Promise<StreamableFile> {
    const key = { ...path, ...momentOf(query) };
    const report = await this.queries.execute(new ReportAccount(key, query.profile));
    const name = `${report.unitName}${path.year}年${report.isBudget ? '预算' : '决算'}公开表`;
    return workbook(name, await writeTables(report));
  }

  /** 部门（单位）决算公开.docx：封面、目录、公开表、情况说明 */
  @Get('document.docx')
  @Bytes(DOCX)
  document(@Param() path: YearPath, @Query() query: AccountQuery): Promise<StreamableFile> {
    return this.file(path, query, /\.docx$/, DOCX);
  }

  /** 检查报告.xlsx */
  @Get('check-report.xlsx')
  @Bytes(XLSX)
  checkReport(@Param() path: YearPath, @Query() query: AccountQuery): Promise<StreamableFile> {
    return this.file(path, query, /^检查报告/, XLSX);
  }

  /** 全部文件与开放数据.zip */
  @Get('bundle.zip')
  @Bytes(ZIP)
  bundle(@Param() path: YearPath, @Query() query: AccountQuery): Promise<StreamableFile> {
    return this.file(path, query, /\.zip$/, ZIP);
  }

  private async file(path: YearPath, query: AccountQuery, named: RegExp, type: string): Promise<StreamableFile> {
    const key = { ...path, ...momentOf(query) };
    const { unitName, files } = await this.exports.files(key, query.profile);
    const file = files.find(({ name }) => named.test(name));
    if (!file) throw new Error(`the export has no file ${named}`);
    return download(`${unitName}${path.year}年${file.name}`, file.bytes, type);
  }
}
