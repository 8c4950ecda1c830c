import type { Facts } from '@juesuan/account';
import { type NamedAccount, type Paragraph, publishedDocument, sectionsIn } from '@juesuan/disclosure';
import { assertExplanation, assertPlaceholders } from '@juesuan/execution';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Accounts } from './accounts';
import { Profiles } from './profiles';
import type { AccountKey } from './year-view';

/** Words that an officer is about to record: an item's reason, or an explanation by its key. */
export interface Wording {
  readonly of: 'reason' | 'explanation';
  readonly key: string;
  readonly text: string;
}

/** How the document would read with somebody's words in it: the paragraphs they change. Nothing is recorded. */
export class PreviewWording extends Query<readonly Paragraph[]> {
  constructor(
    readonly key: AccountKey,
    readonly wording: Wording,
    readonly profile: string,
  ) {
    super();
  }
}

@QueryHandler(PreviewWording)
export class PreviewWordingHandler implements IQueryHandler<PreviewWording> {
  constructor(
    private readonly accounts: Accounts,
    private readonly profiles: Profiles,
  ) {}

  async execute({ key, wording, profile: id }: PreviewWording): Promise<readonly Paragraph[]> {
    assertWording(wording);
    const profile = this.profiles.get(id);
    const now = await this.accounts.at(key, (view) => view.account());
    const paragraphs = (named: NamedAccount): Paragraph[] =>
      sectionsIn(publishedDocument(named, profile, null)).flatMap((section) => section.paragraphs);
    const before = new Map(paragraphs(now).map((paragraph) => [paragraph.key, paragraph.text]));
    return paragraphs(withWording(now, wording)).filter(({ key: of, text }) => before.get(of) !== text);
  }
}

/** Refuses what recording would refuse: nobody is shown a text that she cannot keep. */
function assertWording({ of, key, text }: Wording): void {
  if (of === 'reason') assertPlaceholders(text);
  else assertExplanation({ key, text });
}

function withWording(named: NamedAccount, { of, key, text }: Wording): NamedAccount {
  const { facts } = named.account;
  const said = { value: text, event: '' };
  const changed: Facts =
    of === 'reason'
      ? { ...facts, reasons: new Map([...facts.reasons, [key, said]]) }
      : { ...facts, explanations: new Map([...facts.explanations, [key, said]]) };
  return { ...named, account: { ...named.account, facts: changed } };
}
