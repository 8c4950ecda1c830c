import { randomUUID } from 'node:crypto';
import { RuleViolation } from '@juesuan/kernel';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { BehaviorSubject, type Observable } from 'rxjs';
import type { SignedInUser } from '../access/signed-in';
import { API_SETTINGS, type ApiSettings } from '../settings';
import { importInThread } from './import-thread';
import type { ImportTask, ImportTold } from './import-worker';
import type { ImportDto } from './imports.dto';
import { removeLeftUploads, removeUpload } from './uploads';

interface Import {
  readonly owner: string;
  readonly folder: string;
  readonly status: BehaviorSubject<ImportDto>;
  /** Forgets it, once it ended. */
  forgetting?: NodeJS.Timeout;
}

const SHOWN_CELLS = 1000;
/** Uploads lie on the server's disk until they are forgotten. */
const MOST_OF_ONE = 2;

/** Whether the thread has it, or will have it. */
export const isUnderWay = ({ state }: ImportDto): boolean => state === 'checking' || state === 'recording';

/** The imports people have uploaded: tried first, recorded when they confirm. One runs at a time; the others wait. */
@Injectable()
export class Imports implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly logger = new Logger('import');
  private readonly imports = new Map<string, Import>();
  private queue: Promise<unknown> = Promise.resolve();
  private stopping = false;

  constructor(@Inject(API_SETTINGS) private readonly settings: ApiSettings) {}

  async onApplicationBootstrap(): Promise<void> {
    await removeLeftUploads(({ message }) => this.logger.warn(`left uploads stay: ${message}`));
  }

  /** Takes an upload and begins to try it. Whoever has two already gives up the older; refused while both are under way. */
  async begin(user: SignedInUser, year: number, folder: string): Promise<ImportDto> {
    const given = this.givenUp(user);
    const id = randomUUID();
    const status = new BehaviorSubject<ImportDto>({ ...EMPTY, id, year, state: 'checking', says: '正在试算。' });
    const upload: Import = { owner: user.name, folder, status };
    this.imports.set(id, upload);
    void this.enqueue(upload, user, true);
    if (given !== null) await this.forget(given);
    return status.value;
  }

  /** Records an import that was tried and is whole; asking again while or after it is recorded changes nothing. */
  commit(user: SignedInUser, id: string): ImportDto {
    const upload = this.of(user, id);
    const { state } = upload.status.value;
    if (state === 'recording' || state === 'recorded') return upload.status.value;
    if (state !== 'checked') {
      throw new RuleViolation('import-not-checked', `这次导入还不能确认：${upload.status.value.says}`, { state });
    }
    clearTimeout(upload.forgetting);
    this.tell(upload, { state: 'recording', says: '正在记录。' });
    void this.enqueue(upload, user, false);
    return upload.status.value;
  }

  status(user: SignedInUser, id: string): ImportDto {
    return this.of(user, id).status.value;
  }

  watch(user: SignedInUser, id: string): Observable<ImportDto> {
    return this.of(user, id).status;
  }

  /** The one under way is finished; those that wait for it would hold the service up, one after another. */
  beforeApplicationShutdown(): void {
    this.stopping = true;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.queue;
    await Promise.all([...this.imports.keys()].map((id) => this.forget(id)));
  }

  private givenUp({ name }: SignedInUser): string | null {
    const own = [...this.imports].filter(([, { owner }]) => owner === name);
    if (own.length < MOST_OF_ONE) return null;
    const oldest = own.find(([, { status }]) => !isUnderWay(status.value));
    if (oldest) return oldest[0];
    throw new RuleViolation('imports-under-way', `您有 ${own.length} 次导入正在进行，请等其中一次结束。`);
  }

  private of(user: SignedInUser, id: string): Import {
    const upload = this.imports.get(id);
    if (upload?.owner === user.name) return upload;
    throw new RuleViolation('import-unknown', '没有这次导入，可能已经过期，或服务重新启动过；请重新上传。', { id });
  }

  private enqueue(upload: Import, user: SignedInUser, dryRun: boolean): Promise<void> {
    const run = this.queue.then(() => this.run(upload, user, dryRun));
    this.queue = run;
    return run;
  }

  private async run(upload: Import, user: SignedInUser, dryRun: boolean): Promise<void> {
    const { folder, status } = upload;
    if (this.stopping) return this.tell(upload, STOPPED);
    const task = { stores: this.settings.stores, folder, year: status.value.year, user: entitled(user), dryRun };
    try {
      const end = await importInThread(task, (stage, done, total) => this.tell(upload, { stage, done, total }));
      this.tell(upload, this.ending(end, dryRun));
    } catch (error) {
      this.logger.error(error instanceof Error ? error.stack : String(error));
      this.tell(upload, failedOf(dryRun, null));
    }
    upload.forgetting = setTimeout(() => void this.forget(status.value.id), this.settings.uploadKeptMs).unref();
  }

  private ending(end: ImportEnd, dryRun: boolean): Partial<ImportDto> {
    if (end.told === 'failed') {
      this.logger.error(end.says);
      return failedOf(dryRun, end.trouble);
    }
    if (end.told === 'refused') return refusedOf(end);
    const { rows, recorded, repeated, units, totals, notices, position } = end.result;
    const counts = {
      rows,
      recorded,
      repeated,
      units: [...units],
      totals: [...totals],
      notices: [...notices],
      position,
    };
    if (!dryRun) return { ...counts, state: 'recorded', says: `已记录 ${recorded} 项。` };
    return { ...counts, state: 'checked', says: `试算通过：将记录 ${recorded} 项，${repeated} 行此前已记录。` };
  }

  private tell({ status }: Import, news: Partial<ImportDto>): void {
    status.next({ ...status.value, ...news });
  }

  private async forget(id: string): Promise<void> {
    const upload = this.imports.get(id);
    this.imports.delete(id);
    clearTimeout(upload?.forgetting);
    if (upload) await removeUpload(upload.folder);
  }
}

const STOPPED = { state: 'failed', says: '服务正在停止，什么都没有记录；请在它重新启动后重新上传。' } as const;

type ImportEnd = Exclude<ImportTold, { told: 'progress' }>;

const EMPTY: Omit<ImportDto, 'id' | 'year' | 'state' | 'says'> = {
  stage: 'read',
  done: 0,
  total: 0,
  rows: 0,
  recorded: 0,
  repeated: 0,
  units: [],
  position: null,
  totals: [],
  notices: [],
  refused: [],
  refusedTotal: 0,
};

/** What the thread is told of a user: plain data can be handed over. */
const entitled = ({ name, roles, units }: SignedInUser): ImportTask['user'] => ({ name, roles, units });

/** After a fault in recording nobody can say how far it came; an import says so, and that doing it again is safe. */
const failedOf = (dryRun: boolean, trouble: string | null): Partial<ImportDto> => ({
  state: 'failed',
  says: dryRun
    ? `${trouble ?? '程序出错，请把文件交给维护人员。'}什么都没有记录。`
    : `${trouble ?? ''}结果未能确认，可能已记录全部或一部分；请用同一批文件再导入一次，不会重复记录。`,
});

const refusedOf = ({ says, cells }: Extract<ImportEnd, { told: 'refused' }>): Partial<ImportDto> => ({
  state: 'refused',
  says: cells.length === 0 ? says : `${cells.length} 处不合规则，什么都没有记录。`,
  refused: cells.slice(0, SHOWN_CELLS).map((cell) => ({ ...cell })),
  refusedTotal: cells.length,
});
