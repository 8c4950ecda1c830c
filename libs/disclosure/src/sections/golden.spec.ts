import * as files from 'node:fs';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { namedAccountOf } from '../../testing/account-of-events';
import { SAMPLE_DISCLOSURE } from '../../testing/sample-year';
import { accountJson } from '../account-json';
import { allProfiles } from '../../testing/profiles';
import type { Profile } from '../profile/schema';

const PROFILES = join(__dirname, '../../profiles');
const ROOT = join(__dirname, '..', '..');
const profiles = allProfiles(files, PROFILES);

/** Every section as it is read on paper, and what it leaves to the officers. */
function written(id: string): string {
  const profile = profiles.get(id);
  if (!profile) throw new Error(id);
  const { notes, items } = accountJson(namedAccountOf(SAMPLE_DISCLOSURE), profile, []);
  const paragraphs = notes.flatMap(({ heading, paragraphs: all }) => [heading, ...all.map(({ text }) => text)]);
  const needing = items.filter(({ needsReason }) => needsReason).map(({ code }) => code);
  return [...paragraphs, `需补充原因的科目：${needing.join('、')}`, ''].join('\n\n').trimEnd() + '\n';
}

/** Figures that do not stand where their paragraph says, numbers and summary included. */
function misplaced(id: string): string[] {
  const { notes } = accountJson(namedAccountOf(SAMPLE_DISCLOSURE), profiles.get(id) as Profile, []);
  return notes.flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ text, figures }) =>
      figures.filter((one) => !text.startsWith(one.text, one.start)).map((one) => one.text),
    ),
  );
}

// A changed wording shows as a diff of these files: UPDATE_GOLDEN=1 writes them, an accountant reads them.
describe('the sentences of every section, as an accountant reads them', () => {
  it.each([...profiles.keys()])('%s', (id) => {
    const file = join(ROOT, 'testing', 'golden', `${id}.txt`);
    if (process.env['UPDATE_GOLDEN']) writeFileSync(file, written(id));
    expect(misplaced(id)).toEqual([]);
    expect(written(id)).toBe(readFileSync(file, 'utf8'));
  });
});
