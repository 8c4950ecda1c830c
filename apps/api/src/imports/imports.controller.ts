import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  type MessageEvent,
  Param,
  Post,
  Req,
  Sse,
  UploadedFiles,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { UploadedMultipartFile } from '@nestjs/platform-fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { interval, map, merge, type Observable, skipWhile, takeUntil, takeWhile } from 'rxjs';
import { Roles, type SignedInUser, User } from '../access/signed-in';
import { OpenStreams } from '../live/open-streams';
import { API_SETTINGS, type ApiSettings } from '../settings';
import { Imports, isUnderWay } from './imports';
import { ImportDto, ImportPath, ImportYearDto } from './imports.dto';
import { ReceivesFiles, uploadOf } from './uploads';

/** 导入: upload and try, look, then record. */
@ApiTags('导入')
@Controller('imports')
export class ImportsController {
  constructor(
    private readonly imports: Imports,
    private readonly streams: OpenStreams,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  /** 上传并试算：将记录什么、哪些行不合规则；什么都不记录 */
  @Post()
  @Roles('officer', 'administrator')
  @HttpCode(202)
  @ReceivesFiles({ year: { type: 'number', description: '财政年度' } })
  upload(
    @User() user: SignedInUser,
    @Body() { year }: ImportYearDto,
    @UploadedFiles() files: UploadedMultipartFile[] | undefined,
    @Req() request: FastifyRequest,
  ): Promise<ImportDto> {
    return this.imports.begin(user, year, uploadOf(request, files));
  }

  /** 试算或记录进行到哪里 */
  @Get(':id')
  @Roles('officer', 'administrator')
  status(@User() user: SignedInUser, @Param() { id }: ImportPath): ImportDto {
    return this.imports.status(user, id);
  }

  /** 进度（SSE），到有结果为止；其间的 beat 只表示连接还在 */
  @Sse(':id/progress')
  @Roles('officer', 'administrator')
  progress(
    @User() user: SignedInUser,
    @Param() { id }: ImportPath,
    @Req() request: FastifyRequest,
  ): Observable<MessageEvent> {
    const states = this.imports.watch(user, id);
    const news = states.pipe(
      takeWhile(isUnderWay, true),
      map((data) => ({ type: 'progress', data })),
    );
    const beats = interval(this.settings.liveBeatMs).pipe(
      map(() => ({ type: 'beat', data: '' })),
      takeUntil(states.pipe(skipWhile(isUnderWay))),
    );
    return this.streams.open(request, merge(news, beats));
  }

  /** 确认：全部记录，或一项都不记录 */
  @Post(':id/commit')
  @Roles('officer', 'administrator')
  @HttpCode(202)
  commit(@User() user: SignedInUser, @Param() { id }: ImportPath): ImportDto {
    return this.imports.commit(user, id);
  }
}
