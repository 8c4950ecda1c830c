import { useCallback } from 'react';
import { useParams, useSearchParams } from 'react-router';

/** Whose year a page shows, and from when it is seen; it stands in the address, so that a page can be sent to a colleague. */
export interface Place {
  readonly unit: string;
  readonly year: number;
  /** 截至日期; undefined: everything recorded. */
  readonly asOf: string | undefined;
  /** 当时所知, an instant with its timezone: only what had been recorded by then; undefined: all that is known now. */
  readonly knownAt: string | undefined;
  readonly profile: string;
  /** 预算 or 决算; undefined: the one of the season. */
  readonly document: Document | undefined;
}

export type Document = 'budget' | 'final';

/** From when a place is seen, as the service is asked. */
export const momentOf = ({ asOf, knownAt }: Place) => ({ asOf, knownAt });

/** Which document in which form and seen from when, as the service is asked for an account. */
export const printedAs = ({ profile, document, asOf, knownAt }: Place) => ({ profile, document, asOf, knownAt });

const THIS_YEAR = new Date().getFullYear();
/** Years that can be chosen whether anything is recorded in them or not: one begins with them. */
export const RECENT_YEARS: readonly number[] = Array.from({ length: 6 }, (_, index) => THIS_YEAR + 1 - index);

export function usePlace(): Place {
  const { unit = '', year = '' } = useParams();
  const [search] = useSearchParams();
  return {
    unit,
    year: Number(year),
    asOf: search.get('asOf') ?? undefined,
    knownAt: search.get('knownAt') ?? undefined,
    profile: search.get('profile') ?? localStorage.getItem(PROFILE) ?? 'standard',
    document: documentNamed(search.get('document')),
  };
}

const documentNamed = (name: string | null): Document | undefined =>
  name === 'budget' || name === 'final' ? name : undefined;

/** The province's form that was chosen last: an office publishes in one, whatever address it comes by. */
export const rememberProfile = (id: string): void => localStorage.setItem(PROFILE, id);

const PROFILE = 'juesuan.profile';

/** The address of a page about the same unit and year, seen from the same moment, with more said. */
export function addressOf(place: Place, page: string, more: Readonly<Record<string, string>> = {}): string {
  const { unit, year, profile } = place;
  const said = Object.entries({ profile, ...momentOf(place), ...more });
  const search = new URLSearchParams(said.filter((pair): pair is [string, string] => pair[1] !== undefined));
  return `/${unit}/${year}/${page}?${search.toString()}`;
}

/**
 * The search as the address has it now. What is shown follows it in a transition, and on a slow machine a second click
 * comes before that; a change that starts from what is shown would undo the one before it.
 */
export const searchNow = (): URLSearchParams => new URLSearchParams(window.location.search);

/** Changes parts of the address's search, leaving the others. */
export function useSearch(): (changes: Readonly<Record<string, string | undefined>>) => void {
  const [, setSearch] = useSearchParams();
  return useCallback(
    (changes) => {
      const next = searchNow();
      for (const [name, value] of Object.entries(changes)) {
        if (value === undefined) next.delete(name);
        else next.set(name, value);
      }
      setSearch(next, { replace: true });
    },
    [setSearch],
  );
}
