import { useCallback } from 'react';
import { useParams, useSearchParams } from 'react-router';

/** Whose year a page shows, and up to which day; it stands in the address, so that a page can be sent to a colleague. */
export interface Place {
  readonly unit: string;
  readonly year: number;
  /** 截至日期; undefined: everything recorded. */
  readonly asOf: string | undefined;
  readonly profile: string;
}

const THIS_YEAR = new Date().getFullYear();
/** Years that can be chosen without typing an address. */
export const YEARS: readonly number[] = Array.from({ length: 6 }, (_, index) => THIS_YEAR + 1 - index);

export function usePlace(): Place {
  const { unit = '', year = '' } = useParams();
  const [search] = useSearchParams();
  return {
    unit,
    year: Number(year),
    asOf: search.get('asOf') ?? undefined,
    profile: search.get('profile') ?? localStorage.getItem(PROFILE) ?? 'standard',
  };
}

/** The province's form that was chosen last: an office publishes in one, whatever address it comes by. */
export const rememberProfile = (id: string): void => localStorage.setItem(PROFILE, id);

const PROFILE = 'juesuan.profile';

/** Changes parts of the address's search, leaving the others. */
export function useSearch(): (changes: Readonly<Record<string, string | undefined>>) => void {
  const [, setSearch] = useSearchParams();
  return useCallback(
    (changes) =>
      setSearch(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(changes)) {
            if (value === undefined) next.delete(name);
            else next.set(name, value);
          }
          return next;
        },
        { replace: true },
      ),
    [setSearch],
  );
}
