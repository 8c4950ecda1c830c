import type { CheckResult } from '@juesuan/account';
import { type Difference, differencesBetween, publishedDocument } from '@juesuan/disclosure';
import { drawCharts, readDocx, writeDocx } from '@juesuan/documents';
import { Query, type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { Accounts } from './accounts';
import { Logs } from './logs';
import { Profiles } from './profiles';
import { allChecks } from './report';
import type { AccountKey } from './year-view';

/** What is found in a finished file: the answers of the checks, and where it is not as the account writes it now. */
export interface CheckedFile {
  readonly results: readonly CheckResult[];
  readonly differences: readonly Difference[];
}

/** Runs every check on a finished Word file, which people may have edited, and compares it place by place; throws `not-a-docx`. */
export class CheckFile extends Query<CheckedFile> {
  constructor(
    readonly key: AccountKey,
    readonly profile: string,
    readonly docx: Uint8Array,
    readonly onProgress: (checked: number) => void = () => undefined,
  ) {
    super();
  }
}

@QueryHandler(CheckFile)
export class CheckFileHandler implements IQueryHandler<CheckFile> {
  constructor(
    private readonly accounts: Accounts,
    private readonly profiles: Profiles,
    private readonly logs: Logs,
  ) {}

  async execute({ key, profile: id, docx, onProgress }: CheckFile): Promise<CheckedFile> {
    const profile = this.profiles.get(id);
    const document = readDocx(docx);
    const { named, beside, log } = await this.accounts.at(key, async (view) => {
      const read = await this.logs.beside(view, onProgress);
      const account = await view.account();
      return { named: account, beside: await view.evidence(account), log: read };
    });
    const made = publishedDocument(named, profile, log.origin);
    const { pictures } = await drawCharts(made);
    // Both are read from files, so that cells are compared as they stand on the page.
    const own = readDocx(await writeDocx({ document: made, profile, pictures }));
    const evidence = { ...beside, ...(await log.evidence()) };
    return {
      results: allChecks({ document, made, evidence, profile }),
      differences: differencesBetween(own, document),
    };
  }
}
