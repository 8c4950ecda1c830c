import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type NamedAccount, parseProfiles, publishedDocument, readingOf, runTextChecks } from '@juesuan/disclosure';
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

it('no text made of a sound year fails a check that is an error, in any province', () => {
  fc.assert(
    fc.property(soundYears, fc.constantFrom(...profiles.values()), ({ evidence }, profile) => {
      const { account, nameOf } = evidence;
      const named: NamedAccount = { account, nameOf, eventsOf: () => [] };
      const document = readingOf(publishedDocument(named, profile, null));
      const failed = runTextChecks(document, evidence, profile).filter(({ outcome }) => outcome === 'failed');
      expect(failed.filter(({ severity }) => severity === 'error')).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
