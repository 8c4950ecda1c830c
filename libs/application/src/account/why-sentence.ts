import { type Account, type Fact, factNamed } from '@juesuan/account';
import {
  addressOf,
  type Derivation,
  figureValue,
  type NamedAccount,
  type PrintedTable,
  printTables,
  type Profile,
  type Source,
  sourceAt,
} from '@juesuan/disclosure';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Accounts } from './accounts';
import { Profiles } from './profiles';
import type { AccountKey } from './year-view';

/** A figure of a sentence by name, as it is printed; the event that recorded it where it is a fact. */
export interface NamedFigure {
  readonly source: string;
  readonly title: string;
  /** Null where nobody recorded it. */
  readonly printed: string | null;
  readonly event: string | null;
}

/** A figure that no entries sum to: computed from others (`from`), or a fact that somebody recorded. */
export interface SentenceFigure extends NamedFigure {
  readonly from: readonly NamedFigure[];
}

/** What a sentence's figure is computed from, or which recorded fact it states; null for one that entries sum to (WhyFigure). */
export class WhySentence extends Query<SentenceFigure | null> {
  constructor(
    readonly key: AccountKey,
    readonly source: string,
    readonly profile: string,
  ) {
    super();
  }
}

@QueryHandler(WhySentence)
export class WhySentenceHandler implements IQueryHandler<WhySentence> {
  constructor(
    private readonly accounts: Accounts,
    private readonly profiles: Profiles,
  ) {}

  async execute({ key, source: address, profile: id }: WhySentence): Promise<SentenceFigure | null> {
    const source = sourceAt(address);
    if (source === null || !isComposed(source)) return null;
    const profile = this.profiles.get(id);
    const named = await this.accounts.at(key, (view) => view.account());
    const tables = printTables(named, profile);
    const figure = (one: Source): NamedFigure => namedFigure(one, named, tables, profile);
    return { ...figure(source), from: source.of === 'derived' ? source.from.map(figure) : [] };
  }
}

type Composed = Extract<Source, { of: 'derived' | 'prior' | 'disclosure' | 'list' | 'paid' | 'agency' }>;

const isComposed = (source: Source): source is Composed =>
  ['derived', 'prior', 'disclosure', 'list', 'paid', 'agency'].includes(source.of);

function namedFigure(
  source: Source,
  named: NamedAccount,
  tables: readonly PrintedTable[],
  profile: Profile,
): NamedFigure {
  return {
    source: addressOf(source),
    title: titleOf(source, named, tables),
    printed: figureValue(named.account, source, profile),
    event: factOf(named.account, source)?.event ?? null,
  };
}

const DERIVED_WORDS: Readonly<Record<Derivation, string>> = {
  difference: '两数相差',
  share: '前数占后数的百分比',
  change: '前数比后数增减的百分比',
  sum: '各数之和',
};

function titleOf(source: Source, { nameOf }: NamedAccount, tables: readonly PrintedTable[]): string {
  if (source.of === 'derived') return DERIVED_WORDS[source.by];
  if (source.of === 'prior') return `${source.document === 'account' ? '上年决算' : '上年预算'}：${source.name}`;
  if (source.of === 'disclosure') return `其他事项：${source.name}`;
  if (source.of === 'list') return `其他事项中各项${source.name}之和`;
  if (source.of === 'paid') return `财政拨款支付的${nameOf('economic', source.economicItem) ?? source.economicItem}`;
  if (source.of === 'agency')
    return `行政单位和参照公务员法管理单位的公用经费（机关运行经费）${source.figure === 'original' ? '年初预算' : ''}`;
  if (source.of !== 'cell') return addressOf(source);
  const table = tables.find(({ id }) => id === source.table);
  const row = table?.rows.find(({ key }) => key === source.row);
  return [table?.title ?? source.table, row?.label ?? source.row, table?.columns[source.column]]
    .filter(Boolean)
    .join(' · ');
}

function factOf({ facts }: Account, source: Source): Fact<unknown> | undefined {
  if (source.of === 'disclosure') return factNamed(facts.disclosures, source.name);
  if (source.of !== 'prior') return undefined;
  return factNamed(source.document === 'account' ? facts.priorAccount : facts.priorBudget, source.name);
}
