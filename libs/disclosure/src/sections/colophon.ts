import type { Profile } from '../profile/schema';
import type { Colophon } from '../text/document';
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

/** The last page; a document of some business day says that later events of the chain do not count in it. */
export function colophonOf({ head, position, units }: Origin, asOf: string | null, profile: Profile): Colophon {
  const { heading, one, many, chains, asOf: day } = profile.document.colophon;
  const isListed = units.length > 1 && units.length <= LISTED;
  const facts = { head, position: position.replace(PADDING, ''), count: String(units.length) };
  const texts = [
    fill(units.length === 1 ? one : many, facts),
    ...(asOf === null ? [] : [fill(day, { asOf })]),
    ...(isListed ? [chains] : []),
  ];
  return {
    heading,
    paragraphs: texts.map((text) => ({ key: 'colophon', text, figures: [] })),
    chains: isListed ? units.map(({ code, name, head: own }) => ({ unit: `${code} ${name}`, head: own })) : [],
  };
}

/** Positions are padded so that they sort as text; nobody has to read that. */
const PADDING = /^0+(?=\d)/;
