import type { Profile } from '../profile/schema';
import type { Paragraph } from '../text/document';
import { fill } from '../text/wording';

/** The last event of a unit's year that the account has seen: its hash heads the unit's chain. */
export interface UnitOrigin {
  readonly code: string;
  readonly name: string;
  readonly head: string;
  readonly position: string;
}

/** From which events the document was computed: the newest position, and the units' chain heads or one hash over them. */
export interface Origin {
  /** Of one unit its chain's head; of several the SHA-256 over the lines `code head` in the order of the codes. */
  readonly head: string;
  readonly position: string;
  readonly units: readonly UnitOrigin[];
}

/** More units than fit on a page are vouched for by the one hash alone. */
const LISTED = 12;

/** The last page's paragraphs; a document of some business day says that later events of the chain do not count in it. */
export function colophonOf({ head, position, units }: Origin, asOf: string | null, profile: Profile): Paragraph[] {
  const { one, many, unit, asOf: day } = profile.document.colophon;
  const count = String(units.length);
  const whole = fill(units.length === 1 ? one : many, { head, position, count });
  const each = units.length === 1 || units.length > LISTED ? [] : units.map((own) => fill(unit, { ...own }));
  const texts = [whole, ...each, ...(asOf === null ? [] : [fill(day, { asOf })])];
  return texts.map((text) => ({ key: 'colophon', text, figures: [] }));
}
