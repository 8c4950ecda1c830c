import type { CheckResult } from '@juesuan/account';
import { publishedDocument, readingOf } from '@juesuan/disclosure';
import { Query, type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { Accounts } from './accounts';
import { Logs } from './logs';
import { Profiles } from './profiles';
import { allChecks } from './report';
import type { AccountKey } from './year-view';

/**
 * Runs every check on an account, those of the log included (hash chain, closed years, the write side's own totals) and those of the
 * text, on the document as it is made for the profile.
 */
export class CheckAccount extends Query<readonly CheckResult[]> {
  constructor(
    readonly key: AccountKey,
    readonly profile = 'standard',
    readonly onProgress: (checked: number) => void = () => undefined,
  ) {
    super();
  }
}

@QueryHandler(CheckAccount)
export class CheckAccountHandler implements IQueryHandler<CheckAccount> {
  constructor(
    private readonly accounts: Accounts,
    private readonly profiles: Profiles,
    private readonly logs: Logs,
  ) {}

  async execute({ key, profile: profileId, onProgress }: CheckAccount): Promise<readonly CheckResult[]> {
    const profile = this.profiles.get(profileId);
    return this.accounts.at(key, async (view) => {
      const log = await this.logs.beside(view, onProgress);
      const named = await view.account();
      const made = publishedDocument(named, profile, null);
      const beside = await view.evidence(named);
      return allChecks({
        document: readingOf(made),
        made,
        evidence: { ...beside, ...(await log.evidence()) },
        profile,
      });
    });
  }
}
