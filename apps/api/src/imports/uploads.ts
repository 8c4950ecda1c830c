import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { RuleViolation } from '@juesuan/kernel';
import {
  applyDecorators,
  BadRequestException,
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import { diskStorage, FilesInterceptor } from '@nestjs/platform-fastify/multipart';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { catchError, type Observable } from 'rxjs';
import { MalformedRequest } from '../problem/malformed';
import { API_SETTINGS, type ApiSettings } from '../settings';

interface Named {
  readonly originalname: string;
}

const MOST_FILES = 20;
const ROOT = 'juesuan-uploads-';
const OWN = join(tmpdir(), `${ROOT}${process.pid}`);
const folders = new WeakMap<object, string>();
let received = false;

const Receives = FilesInterceptor('files', MOST_FILES, {
  storage: diskStorage({
    destination: (request: FastifyRequest, _file, done) => {
      const folder = folders.get(request) ?? join(OWN, randomUUID());
      folders.set(request, folder);
      received = true;
      mkdir(folder, { recursive: true }).then(
        () => done(null, folder),
        (error: Error) => done(error, folder),
      );
    },
    filename: (_request, file, done) => done(null, fileName(file.originalname)),
  }),
});

/** Refuses a request that is larger than an upload may be, before anything of it is on disk; one that does not say its length, too. */
@Injectable()
class KeepsToItsSize implements NestInterceptor {
  constructor(@Inject(API_SETTINGS) private readonly settings: ApiSettings) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { headers } = context.switchToHttp().getRequest<FastifyRequest>();
    const { maxUploadBytes } = this.settings;
    // Node reads no further than the length that is said.
    if (Number(headers['content-length'] ?? Infinity) <= maxUploadBytes) return next.handle();
    const text = `一次上传的全部文件合计不得超过 ${maxUploadBytes} 字节，请求须注明 Content-Length；请分批上传。`;
    throw new RuleViolation('upload-too-large', text, { bytes: maxUploadBytes });
  }
}

/** What Nest says of an upload's parts is English, and speaks of no field that would be right. */
const strangeParts = (): MalformedRequest =>
  new MalformedRequest({ files: [`上传的文件须放在名为 files 的字段中，一次最多 ${MOST_FILES} 个。`] });

/** Whatever refuses a request – a pipe, a limit, the handler – its files do not stay. */
class LeavesNothing implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    return next.handle().pipe(
      catchError(async (error: unknown) => {
        const folder = folders.get(request);
        if (folder !== undefined) await removeUpload(folder);
        throw error instanceof BadRequestException ? strangeParts() : error;
      }),
    );
  }
}

const FILES = {
  type: 'array',
  maxItems: MOST_FILES,
  items: { type: 'string', format: 'binary' },
  description: 'CSV、XLSX 或 XLS；文件名须保留',
} as const;

/**
 * Takes the files of a request into a folder of their own on disk; their size, all together, is limited by the settings. What stands
 * beside them in the form is described by `fields`.
 */
export const ReceivesFiles = (fields: Readonly<Record<string, { type: 'number'; description: string }>> = {}) =>
  applyDecorators(
    UseInterceptors(KeepsToItsSize, LeavesNothing, Receives),
    ApiConsumes('multipart/form-data'),
    ApiBody({
      schema: { type: 'object', properties: { ...fields, files: FILES }, required: [...Object.keys(fields), 'files'] },
    }),
  );

/**
 * The folder that holds the request's files. Throws RuleViolation where none came, and where two came under one name: the second has
 * been written over the first.
 */
export function uploadOf(request: FastifyRequest, files: readonly Named[] | undefined): string {
  const folder = folders.get(request);
  const names = (files ?? []).map(({ originalname }) => fileName(originalname));
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) {
    throw new RuleViolation('upload-name-twice', `有两个文件都叫“${twice}”，请改名或分次上传。`, { name: twice });
  }
  if (folder !== undefined && (files?.length ?? 0) > 0) return folder;
  throw new RuleViolation('no-files', '没有收到文件，请在 files 字段中上传 CSV、XLSX 或 XLS 文件。');
}

/** Forgets an upload. */
export const removeUpload = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });

/**
 * Removes the uploads of services that were killed: what officers sent must not lie about for ever. In a container the one before
 * had this process's number, so that what lies there before anything was received is not its own. Another user's files stay, and `onFailure` is told.
 */
export async function removeLeftUploads(onFailure: (error: Error) => void): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const owner = name.startsWith(ROOT) ? Number(name.slice(ROOT.length)) : NaN;
    const isLeft = owner === process.pid ? !received : Number.isInteger(owner) && !isRunning(owner);
    if (isLeft) await removeUpload(join(tmpdir(), name)).catch(onFailure);
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A name is never a path, has no letter that nobody sees or disks refuse, and keeps its number and its ending where it is too long. */
export function fileName(sent: string): string {
  const name = basename(sent.replaceAll('\\', '/')).replaceAll(/[\p{Cc}\p{Cf}\p{Cs}<>:"|?*]/gu, '');
  const [ending = ''] = /\.\w{1,5}$/.exec(name) ?? [];
  const shown = [...name.slice(0, name.length - ending.length)].slice(0, LONGEST_NAME).join('');
  return /^\.*$/.test(shown + ending) ? 'upload' : shown + ending;
}

/** Letters, of up to four bytes each; disks take names of 255 bytes. */
const LONGEST_NAME = 60;
