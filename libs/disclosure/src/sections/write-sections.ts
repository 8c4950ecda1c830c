import type { Account } from '@juesuan/account';
import { type Profile, type SectionWords, VARIANCE_SECTION } from '../profile/schema';
import type { NameOf } from '../tables/print-table';
import { ordinal } from '../tables/ordinal';
import { type Exhibit, type Paragraph, readMarks, type Section, withoutMarks } from '../text/document';
import type { ItemReport } from '../variance/item-reports';
import { varianceSection } from '../variance/variance-section';
import { type Render, sectionEngine, withFigures } from './engine';
import { exhibitsOf } from './exhibits';
import { type SectionFacts, sectionFacts } from './facts';
import { staleness, withoutFigures } from './stale';

/** A section with the small tables and charts among its paragraphs. */
export interface WrittenSection {
  readonly section: Section;
  readonly exhibits: readonly Exhibit[];
}

/** What sections are written from. */
export interface Written {
  readonly account: Account;
  readonly nameOf: NameOf;
  readonly items: readonly ItemReport[];
}

/** Writes the sections of one part in order, numbered where their heading has a number; an officer's own wording stands for the generated one. */
export function writeSections(
  ids: readonly string[],
  { account, nameOf, items }: Written,
  profile: Profile,
): WrittenSection[] {
  const render = sectionEngine(account, profile);
  const facts = sectionFacts(account, profile, nameOf);
  const own = (paragraph: Paragraph): Paragraph => inOwnWords(paragraph, account, profile);
  let number = 0;
  return ids.map((id) => {
    if (id === VARIANCE_SECTION) {
      const { heading, paragraphs } = varianceSection(account, items, profile);
      return { section: { heading, paragraphs: paragraphs.map(own) }, exhibits: [] };
    }
    const words = profile.sections[id];
    if (!words) throw new RangeError(`no section ${id}`);
    if (words.heading.includes('number')) number += 1;
    const values = { ...facts, number: ordinal(number) };
    const paragraphs = paragraphsOf(id, words, render, values).map(own);
    return {
      section: { heading: render(words.heading, values), paragraphs },
      exhibits: exhibitsOf({ id, words, paragraphs, render, values, account, profile }),
    };
  });
}

/** Line breaks serve whoever writes the template; ¶ is what ends a paragraph. */
function paragraphsOf(id: string, { paragraphs }: SectionWords, render: Render, values: SectionFacts): Paragraph[] {
  return Object.entries(paragraphs).flatMap(([name, template]) =>
    render((template ?? '').replace(/\s*\n\s*/g, ''), values)
      .split('¶')
      .filter((text) => text.trim() !== '')
      .map((text, index) => ({
        key: `${id}/${name}${index === 0 ? '' : `/${index + 1}`}`,
        ...readMarks(text.trim()),
      })),
  );
}

/** An officer's wording of the paragraph, if there is one: its figures are today's (ExplanationRevised). */
function inOwnWords(generated: Paragraph, account: Account, profile: Profile): Paragraph {
  const revised = account.facts.explanations.get(generated.key)?.value;
  if (revised === undefined) return generated;
  const own = { key: generated.key, ...readMarks(withFigures(withoutMarks(revised), account, profile)) };
  const stale = staleness(own.text, generated.text) ?? withoutFigures(own, generated);
  return stale === null ? own : { ...own, stale };
}
