import { DefineCodes, diskTroubleOf, ListCodes, Rebuild, VerifyLog } from '@juesuan/application';
import { RuleViolation } from '@juesuan/kernel';
import { Controller, Get, HttpCode, Logger, Param, Post, Req, UploadedFiles } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { UploadedMultipartFile } from '@nestjs/platform-fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { AnyRole, Roles, type SignedInUser, User } from '../access/signed-in';
import { ReceivesFiles, removeUpload, uploadOf } from '../imports/uploads';
import { BookPath, CodeDto, DefinedDto, RebuildDto, VerificationDto } from './system.dto';

const IDLE: RebuildDto = { state: 'idle', events: 0, total: null, says: '没有在重建。' };

/** Code books, the chain, and what is computed from it. */
@ApiTags('管理')
@Controller()
export class SystemController {
  private readonly logger = new Logger('rebuild');
  private rebuilding: RebuildDto = IDLE;
  private verifying: Promise<VerificationDto> | null = null;

  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** 科目编码 */
  @Get('codes/:book')
  @AnyRole()
  async codes(@Param() { book }: BookPath): Promise<CodeDto[]> {
    return (await this.queries.execute(new ListCodes(book))).map((entry) => ({ ...entry }));
  }

  /** 导入科目编码（CSV 或 XLSX：编码、名称、生效日期、失效日期），全部成功或全部不记 */
  @Post('codes/:book')
  @Roles('administrator')
  @ReceivesFiles()
  async define(
    @Param() { book }: BookPath,
    @User() user: SignedInUser,
    @UploadedFiles() files: UploadedMultipartFile[] | undefined,
    @Req() request: FastifyRequest,
  ): Promise<DefinedDto> {
    const folder = uploadOf(request, files);
    try {
      // A file named by itself is read whatever its name.
      const [file, ...others] = files ?? [];
      if (others.length > 0) throw new RuleViolation('one-file-only', '一次只上传一个科目文件，请合并或分次上传。');
      return { added: await this.commands.execute(new DefineCodes(book, file?.path ?? folder, user.name)) };
    } finally {
      await removeUpload(folder);
    }
  }

  /** 核对全部事件的哈希链 */
  @Post('verify')
  @Roles('supervisor', 'administrator')
  @HttpCode(200)
  verify(): Promise<VerificationDto> {
    // It reads the whole log: whoever asks meanwhile gets the answer of the one under way.
    this.verifying ??= this.verified().finally(() => (this.verifying = null));
    return this.verifying;
  }

  private async verified(): Promise<VerificationDto> {
    const { events, streams, damage } = await this.queries.execute(new VerifyLog());
    return { events, streams, damage: damage && { ...damage } };
  }

  /** 由事件重建读库：旧的继续服务，比较后替换 */
  @Post('rebuild')
  @Roles('administrator')
  @HttpCode(202)
  rebuild(): RebuildDto {
    if (this.rebuilding.state === 'running') {
      throw new RuleViolation('rebuild-running', '正在重建，请等它结束。');
    }
    this.rebuilding = { state: 'running', events: 0, total: null, says: '正在由事件重建。' };
    void this.run();
    return this.rebuilding;
  }

  /** 重建的进度 */
  @Get('rebuild')
  @Roles('administrator')
  progress(): RebuildDto {
    return this.rebuilding;
  }

  private async run(): Promise<void> {
    try {
      const command = new Rebuild(({ done, total }) => {
        this.rebuilding = { ...this.rebuilding, events: done, total };
      });
      const { events, differences } = await this.commands.execute(command);
      const same =
        differences.length === 0 ? '与原有余额一致。' : `原有余额有 ${differences.length} 处与事件不符，已替换。`;
      this.rebuilding = { state: 'done', events, total: events, says: `已由 ${events} 项事件重建，${same}` };
    } catch (error) {
      this.logger.error(error instanceof Error ? error.stack : String(error));
      this.rebuilding = {
        ...this.rebuilding,
        state: 'failed',
        says: `重建没有完成，原有读库继续服务${reasonOf(error)}`,
      };
    }
  }
}

/** What an administrator can do something about is told; the rest is for whoever keeps the service running. */
function reasonOf(error: unknown): string {
  const known = error instanceof RuleViolation ? error.message : diskTroubleOf(error);
  return known === null ? '；原因见服务日志。' : `：${known}`;
}
