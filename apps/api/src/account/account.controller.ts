import {
  CheckAccount,
  ListFactsAsked,
  ListProfiles,
  PreviewWording,
  type Report,
  ReportAccount,
  WhyFigure,
  WhySentence,
} from '@juesuan/application';
import type { AccountJson } from '@juesuan/disclosure';
import { layOut } from '@juesuan/documents';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AnyRole, Roles } from '../access/signed-in';
import { YearPath } from '../common/common.dto';
import { momentOf } from '../reading/moment';
import {
  AccountDto,
  CheckDto,
  ParagraphDto,
  PrintedPageDto,
  ProfileDto,
  TableDto,
  WhyDto,
  WhyQuery,
  WordingDto,
} from './account.dto';
import { accountDto, factDto, paragraphDto, sentenceFigureDto, tableDto, whyDto } from './account-printing';
import { AccountQuery } from './document.dto';
import { type FactAskedDto, FactsAskedQuery } from './fact.dto';
import { pageDto } from './page-printing';
import { figureAsked } from './figure-asked';

/** 决算 and 预算: tables, sentences, checks, and what stands behind every figure. */
@ApiTags('决算')
@Controller()
export class AccountController {
  constructor(private readonly queries: QueryBus) {}

  /** 可用的公开格式 */
  @Get('profiles')
  @AnyRole()
  async profiles(): Promise<ProfileDto[]> {
    return (await this.queries.execute(new ListProfiles())).map(({ id, name }) => ({ id, name }));
  }

  /** 一种公开格式的正文要用、须另行记录的数：其他事项和上年的数，按正文的次序 */
  @Get('profiles/:profile/facts')
  @AnyRole()
  async facts(@Param('profile') profile: string, @Query() { document }: FactsAskedQuery): Promise<FactAskedDto[]> {
    const asked = await this.queries.execute(new ListFactsAsked(profile, document === 'budget'));
    return asked.map(({ fact, isAmount }) => ({ ...factDto(fact), isAmount }));
  }

  /** 账目的说明：各科目差异与文字 */
  @Get('units/:unit/years/:year/account')
  @AnyRole()
  async account(@Param() path: YearPath, @Query() query: AccountQuery): Promise<AccountDto> {
    return accountDto(await this.report(path, query));
  }

  /** 公开表，按公开格式排印 */
  @Get('units/:unit/years/:year/account/tables')
  @AnyRole()
  async tables(@Param() path: YearPath, @Query() query: AccountQuery): Promise<TableDto[]> {
    const { tables, profile } = await this.report(path, query);
    return tables.map((table) => tableDto(table, profile));
  }

  /** 公开表的版面：与下载的文件是同一个排法 */
  @Get('units/:unit/years/:year/account/pages')
  @AnyRole()
  async pages(@Param() path: YearPath, @Query() query: AccountQuery): Promise<PrintedPageDto[]> {
    const { tables, profile, unitName } = await this.report(path, query);
    return tables.map((table) => pageDto(table, layOut(table, profile, unitName)));
  }

  /** 勾稽核对，包括哈希链、关账后的记录和说明文字 */
  @Get('units/:unit/years/:year/account/checks')
  @AnyRole()
  async checks(@Param() path: YearPath, @Query() query: AccountQuery): Promise<CheckDto[]> {
    const checks = new CheckAccount({ ...path, ...momentOf(query) }, query.profile);
    return (await this.queries.execute(checks)).map((each) => ({ ...each }));
  }

  /** 拟写的文字会使说明怎样变：有变化的段落；什么都不记录 */
  @Post('units/:unit/years/:year/account/preview')
  @Roles('officer')
  @HttpCode(200)
  async preview(@Param() path: YearPath, @Body() body: WordingDto): Promise<ParagraphDto[]> {
    const key = { ...path, ...momentOf(body) };
    return (await this.queries.execute(new PreviewWording(key, body, body.profile))).map(paragraphDto);
  }

  /** 一个数字从哪里来 */
  @Get('units/:unit/years/:year/account/why')
  @AnyRole()
  async why(@Param() path: YearPath, @Query() query: WhyQuery): Promise<WhyDto> {
    const key = { ...path, ...momentOf(query) };
    const { source, profile } = query;
    const composed = source === undefined ? null : await this.queries.execute(new WhySentence(key, source, profile));
    if (composed) return sentenceFigureDto(composed);
    return whyDto(await this.queries.execute(new WhyFigure(key, figureAsked(query), profile)));
  }

  /** final-account.json 或 budget.json */
  @Get('units/:unit/years/:year/account/final-account.json')
  @AnyRole()
  @ApiOkResponse({ schema: { type: 'object' } })
  async json(@Param() path: YearPath, @Query() query: AccountQuery): Promise<AccountJson> {
    return (await this.report(path, query)).json;
  }

  private report(path: YearPath, query: AccountQuery): Promise<Report> {
    return this.queries.execute(new ReportAccount({ ...path, ...momentOf(query) }, query.profile));
  }
}
