import type { Item } from '@juesuan/account';
import { type Fen, sumFen } from '@juesuan/kernel';
import type { Profile } from '../../profile/schema';
import { type Figure, readMarks } from '../../text/document';
import { amountAt } from '../../text/quantity';
import { sourceAt } from '../../text/sources';
import { causesOf, knownDrivers, unnamed } from '../../variance/causes';
import { wordedReason } from '../../variance/reason';
import { pairedItems } from '../read-items';
import { answerTo, escaped, fenOf, type Statement, sumSaid, wordSaid } from '../statement';
import { onFinalText, type TextCheck, type TextEvidence } from '../text-check';

/** What was left to be summed up on each side, in 分. */
const restsOf = ({ drivers }: Item, { variance }: Profile): Record<'otherRises' | 'otherFalls', Fen> => ({
  otherRises: sumFen(unnamed(drivers, true, variance.causes.most).map(({ fen }) => fen)),
  otherFalls: sumFen(unnamed(drivers, false, variance.causes.most).map(({ fen }) => fen)),
});

/** The amount of the ledger that a figure of a reason prints, with its sign. */
function exactOf({ source }: Figure, item: Item, { evidence, profile }: TextEvidence): Fen {
  const at = sourceAt(source);
  if (at?.of === 'item' && (at.figure === 'otherRises' || at.figure === 'otherFalls'))
    return restsOf(item, profile)[at.figure];
  return amountAt(evidence.account, source) ?? 0;
}

/** The amounts that a text has in the places of the figures of the wording; null where its words are others. */
function amountsIn(text: string, worded: { text: string; figures: readonly Figure[] }): string[] | null {
  let end = 0;
  const pieces = worded.figures.map(({ start, text: printed }) => {
    const words = escaped(worded.text.slice(end, start));
    end = start + printed.length;
    return `${words}([\\d,.]+)`;
  });
  return new RegExp(`^${pieces.join('')}${escaped(worded.text.slice(end))}$`).exec(text)?.slice(1) ?? null;
}

/** The words of a reason say which cause an amount is; the sign is its cause's in the ledger, never guessed from words of a 事由. */
function statedOf(name: string, reason: string, item: Item, given: TextEvidence): Statement {
  const worded = readMarks(causesOf(item, knownDrivers(item, null), given.profile));
  const said = amountsIn(reason, worded);
  if (said === null) return wordSaid(`${name}的原因`, reason, worded.text, false);
  const exact = worded.figures.map((figure) => exactOf(figure, item, given));
  const signed = exact.map((fen, index) => Math.sign(fen) * (fenOf(said[index] ?? '') ?? 0));
  const rounded = [...exact, ...unprinted(item, worded.figures, given.profile)];
  return sumSaid(`${name}列出的增减额之和`, signed, item.actual - item.original, rounded);
}

/** What was summed up and came to too little to be printed was rounded away. */
const unprinted = (item: Item, figures: readonly Figure[], profile: Profile): Fen[] =>
  Object.entries(restsOf(item, profile)).flatMap(([rest, fen]) =>
    figures.some(({ source }) => source.endsWith(`/${rest}`)) ? [] : [fen],
  );

/** The amounts that a computed reason lists, each with its sign, come to the difference; an officer’s own need not list all. */
export const reasonsAddUp: TextCheck = {
  id: 'C16',
  scope: '说明五(三)',
  formula: '列出的带符号金额+“等”的带符号余额=差额',
  tolerance: 'ENV',
  severity: 'error',
  run: onFinalText((given) => {
    const { reasons, explanations } = given.evidence.account.facts;
    const isComputed = (item: Item): boolean =>
      !explanations.has(`variance/${item.code}`) &&
      wordedReason(reasons.get(item.code)?.value ?? '', item, given.profile) === '';
    const statements = pairedItems(given)
      .filter(({ item, read }) => isComputed(item) && read.reason.includes('万元'))
      .map(({ read, item, name }) => statedOf(name, read.reason, item, given));
    return answerTo(statements, '请核对列出的各项增减额', '没有由系统列出增减额的分项');
  }),
};
