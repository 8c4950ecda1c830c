import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  factsAsked,
  type NamedAccount,
  parseProfiles,
  publishedDocument,
  readingOf,
  runTextChecks,
  sectionsIn,
} from '@juesuan/disclosure';
import fc from 'fast-check';
import { soundYears } from '../libs/account/testing/sound-years';

const PROFILES = join(__dirname, '../libs/disclosure/profiles');
const profiles = parseProfiles(
  readdirSync(PROFILES).flatMap((id) =>
    readdirSync(join(PROFILES, id)).map((file) => ({
      name: `${id}/${file}`,
      text: readFileSync(join(PROFILES, id, file), 'utf8'),
    })),
  ),
);

/** A sound year and a province, and whatever its officers may have recorded of last year and beside the money: nothing, zero, little, much. */
const told = fc
  .record({
    year: soundYears,
    profile: fc.constantFrom(...profiles.values()),
    said: fc.infiniteStream(fc.constantFrom(null, 0, 1, 49, 5_000, 1_234_567_890)),
  })
  .map(({ year: { evidence }, profile, said }) => {
    const { account, nameOf } = evidence;
    const recorded = factsAsked(profile, account.isBudget).flatMap(({ fact, isAmount }) => {
      const value = said.next().value as number | null;
      return value === null ? [] : [{ fact, isAmount, value }];
    });
    const of = (document: 'account' | 'budget') =>
      new Map(
        recorded.flatMap(({ fact, value }) =>
          fact.of === 'prior' && fact.document === document ? [[fact.name, { value, event: 'e' }] as const] : [],
        ),
      );
    const disclosures = new Map(
      recorded.flatMap(({ fact, isAmount, value }) =>
        fact.of === 'disclosure'
          ? [
              [
                fact.name,
                { value: { value: String(value), unit: isAmount ? '元' : '个', note: '' }, event: 'e' },
              ] as const,
            ]
          : [],
      ),
    );
    const facts = { ...account.facts, priorAccount: of('account'), priorBudget: of('budget'), disclosures };
    const named: NamedAccount = { account: { ...account, facts }, nameOf, eventsOf: () => [] };
    return { named, profile, evidence: { ...evidence, account: named.account } };
  });

it('no text made of a sound year fails a check that is an error, in any province, whatever is known of last year', () => {
  fc.assert(
    fc.property(told, ({ named, profile, evidence }) => {
      const made = publishedDocument(named, profile, null);
      const given = { document: readingOf(made), made, evidence, profile };
      const failed = runTextChecks(given).filter(({ outcome }) => outcome === 'failed');
      // What was said of last year by dice need not lead into this one.
      const ours = failed.filter(({ id }) => id !== 'C24');
      expect(ours.filter(({ severity }) => severity === 'error')).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

/** Marks that no sentence has: a list without members, a clause without words, an amount said twice or below nothing. */
const BROKEN =
  /[，、；：。][，、；。]|（）|“”|[{}]|NaN|undefined|万元万元|-0(?:\.0+)?万元|(?:增长|下降)(?:0(?:\.0+)?)?%/;

it('no sentence made of a sound year is broken off, in any province, whatever is known of last year', () => {
  fc.assert(
    fc.property(told, ({ named, profile }) => {
      for (const { heading, paragraphs } of sectionsIn(publishedDocument(named, profile, null))) {
        expect(paragraphs.map(({ text }) => text).filter((text) => BROKEN.test(text))).toEqual([]);
        // A list is opened only where it goes on.
        expect([heading, paragraphs.at(-1)?.text ?? '。']).toEqual([heading, expect.stringMatching(/[。）]$/)]);
      }
    }),
    { numRuns: 200 },
  );
});
