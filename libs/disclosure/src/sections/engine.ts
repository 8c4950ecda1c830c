import { type Account, factNamed } from '@juesuan/account';
import { quoted } from '@juesuan/kernel';
import { Liquid, type Template } from 'liquidjs';
import { asNote, reasonClause, withEnding } from '../variance/purpose';
import { bearsRate, isLevel } from '../variance/tolerance';
import type { Profile } from '../profile/schema';
import { gapMark, marked, withoutMarks } from '../text/document';
import { ADDRESSED, amountAt, figureValue, quantityOf } from '../text/quantity';
import { addressOf, type Derivation, type Source, sourceAt } from '../text/sources';
import { fill } from '../text/wording';

/** Fills the template of a section's paragraph; figures and gaps come out marked. */
export type Render = (template: string, values: Readonly<Record<string, unknown>>) => string;

/**
 * What sections' templates may ask, besides Liquid itself. Every figure is named by its address (see sources.ts) and comes out marked
 * with it, so that a province words its sections as it likes and no figure loses its source:
 * `{{ 'table:01/in.total/0' | wan }}` · `| share: whole` · `| against: lastYear, reason` · `| completing: budget, reason`
 * · `| note` (the 说明 beside a disclosure) · `| ending: '等支出'` (unless it ends so) · `| isZero` · `| isKnown`.
 */
export const FILTERS = [
  'wan',
  'count',
  'share',
  'against',
  'completing',
  'isZero',
  'isKnown',
  'text',
  'note',
  'ending',
] as const;

type Filters = Readonly<Record<(typeof FILTERS)[number], (...words: [string, string, string]) => string | boolean>>;

/** Templates are parsed once for all accounts: the account that a filter asks comes with each rendering. */
const engine = new Liquid({ strictVariables: true, strictFilters: true, ownPropertyOnly: true });
const parsed = new Map<string, Template[]>();
for (const name of FILTERS) {
  engine.registerFilter(name, function (...words: [string, string, string]) {
    return (this.context.globals as Filters)[name](...words);
  });
}

export function sectionEngine(account: Account, profile: Profile): Render {
  const filters = filtersOf(account, profile);
  return (text, values) => {
    let template = parsed.get(text);
    if (!template) parsed.set(text, (template = engine.parse(text)));
    return String(engine.renderSync(template, values, { globals: filters }));
  };
}

function filtersOf(account: Account, profile: Profile): Filters {
  const figure = (address: string): string => figureAt(account, profile, address);
  const derived = (by: Derivation, a: string, b: string): string =>
    figure(addressOf({ of: 'derived', by, from: [known(a), known(b)] }));
  const comparison = new Comparison(account, profile, figure, derived);
  return {
    wan: (address) => moneyAt(account, profile, address) ?? figure(address),
    count: figure,
    share: (part, whole) => derived('share', part, whole),
    against: (now, then, reason) => comparison.lastYear(now, then, reason),
    completing: (now, budget, reason) => comparison.budget(now, budget, reason),
    isZero: (address) => isZeroAt(account, known(address)),
    isKnown: (address) => figureValue(account, known(address), profile) !== null,
    text: (key, name) => textOf(account, profile, key, name),
    note: (name) => noteOf(account, name),
    ending: withEnding,
  };
}

/** The printed figure at an address, marked; a visible gap where the fact was not recorded. */
export function figureAt(account: Account, profile: Profile, address: string): string {
  const source = known(address);
  const text = figureValue(account, source, profile);
  if (text !== null) return marked(text, address);
  const facts = factsIn(source).filter((fact) => figureValue(account, fact, profile) === null);
  const names = facts.map((fact) => quoted(fact.name)).join('、') || '这个数';
  const missing = source.of === 'agency' ? NOT_ITEMISED : `没有${names}的数据`;
  return gapMark(profile.comparison.unknown, missing, ...facts.map(addressOf));
}

const NOT_ITEMISED = '01-年初预算 的基本支出有的没有经济分类科目，分不出机关运行经费';

/** Whether an amount or a count is zero, or unknown. */
function isZeroAt(account: Account, source: Source): boolean {
  const quantity = quantityOf(account, source);
  if (quantity?.is === 'count') return Number(quantity.text) === 0;
  return quantity?.is !== 'amount' || quantity.fen === 0;
}

/** A gap for what was recorded without its unit of money: its bare number before 万元 would be a guess. Null for any other figure. */
function moneyAt(account: Account, profile: Profile, address: string): string | null {
  const source = known(address);
  if (source.of !== 'disclosure' || quantityOf(account, source)?.is !== 'count') return null;
  const missing = `“${source.name}”登记的不是以万元或元为单位的金额`;
  return gapMark(profile.comparison.unknown, missing, address);
}

type Fact = Extract<Source, { readonly name: string }>;

/** The recorded facts that a figure is made of. */
function factsIn(source: Source): Fact[] {
  if (source.of === 'derived') return source.from.flatMap(factsIn);
  return 'name' in source ? [source] : [];
}

function known(address: string): Source {
  const source = sourceAt(address);
  if (!source) throw new RangeError(`no figure has the address ${address}`);
  return source;
}

/** A text of the unit's own, such as its duties; a visible gap until someone has written it. */
function textOf(account: Account, profile: Profile, key: string, name: string): string {
  const text = account.facts.explanations.get(key)?.value.trim() ?? '';
  if (text === '') return gapMark(profile.comparison.noText, name, key);
  return withFigures(withoutMarks(text), account, profile).replace(/\s*\n\s*/g, '¶');
}

function noteOf(account: Account, name: string): string {
  return asNote(factNamed(account.facts.disclosures, name)?.value.note ?? '');
}

/**
 * Comparisons with last year and with the budget: the direction from exact 分, no rate on a base of nothing, never an empty reason. A
 * difference that no reader sees is none: 增加0.00万元, or two amounts that print alike, would be a riddle.
 */
class Comparison {
  constructor(
    private readonly account: Account,
    private readonly profile: Profile,
    private readonly figure: (address: string) => string,
    private readonly derived: (by: Derivation, a: string, b: string) => string,
  ) {}

  /** 增加…万元，增长…%，主要原因是…; `of` names the reason as officers record it. */
  lastYear(now: string, then: string, of: string): string {
    const words = this.profile.comparison;
    const base = amountAt(this.account, then);
    const current = amountAt(this.account, now) ?? 0;
    if (base === null) return gapMark(words.noLastYear, `没有${quoted(of)}的上年数`, then);
    if (isLevel({ original: base, actual: current }, this.profile)) return words.level;
    const direction = current > base ? 'up' : 'down';
    const amount = this.derived('difference', now, then);
    const { rated, unrated } = words[direction];
    const change = bearsRate(base)
      ? fill(rated, { amount, rate: this.derived('change', now, then) })
      : fill(unrated, { amount });
    return `${change}${fill(words.because, { reason: this.reason(of, `${of}比上年${direction === 'up' ? '增加' : '减少'}`) })}`;
  }

  /** 完成…%，决算数小于…的主要原因是…. */
  budget(now: string, budget: string, of: string): string {
    const words = this.profile.comparison.budget;
    const base = amountAt(this.account, budget) ?? 0;
    const current = amountAt(this.account, now) ?? 0;
    const rate = bearsRate(base) ? fill(words.rated, { rate: this.derived('share', now, budget) }) : words.unrated;
    if (isLevel({ original: base, actual: current }, this.profile)) return `${rate}${words.level}`;
    const direction = current > base ? 'above' : 'below';
    const missing = `${of}决算数${direction === 'above' ? '大于' : '小于'}预算数`;
    return `${rate}${fill(words[direction], { reason: this.reason(`${of}预算`, missing) })}`;
  }

  private reason(of: string, missing: string): string {
    const { profile, account } = this;
    const key = `reason/${of}`;
    const recorded = account.facts.explanations.get(key)?.value;
    const clause = reasonClause(recorded ?? '', profile);
    if (clause === '') return gapMark(profile.comparison.noReason, `${missing}的原因`, key);
    return withFigures(clause, account, profile);
  }
}

/** People's text with its placeholders `{address}` filled with today's figures; what is no address is a gap, never printed. */
export const withFigures = (text: string, account: Account, profile: Profile): string =>
  text.replace(ADDRESSED, (written, address: string) =>
    sourceAt(address)
      ? figureAt(account, profile, address)
      : gapMark(profile.comparison.unknown, `“${written}”不是数字的出处，请改用正文中的数字`),
  );
