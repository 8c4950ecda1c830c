import { useCallback, useState } from 'react';
import { useUser } from '../session/session';
import { usePlace } from './place';

export interface Draft<Values> {
  readonly values: Values;
  /** Whether something was typed that is not sent yet. */
  readonly isBegun: boolean;
  /** Another one for every new beginning: the key of the form, so that its fields begin anew as well. */
  readonly formKey: string;
  /** Changes a part of what was typed last, whatever was typed while the change was on its way. */
  readonly change: (changes: Partial<Values>) => void;
  /** Adds what the page knows; nothing is begun by it. */
  readonly note: (changes: Partial<Values>) => void;
  /** It was sent. */
  readonly forget: () => void;
  /** Throws away what was typed. */
  readonly clear: () => void;
}

const KEPT = 'juesuan.draft.';

/** Whether this browser tab keeps anything that was typed and not sent. */
export const isAnythingKept = (): boolean => Object.keys(sessionStorage).some((key) => key.startsWith(KEPT));

interface Kept<Values> {
  readonly key: string;
  readonly round: number;
  readonly isBegun: boolean;
  readonly values: Values;
}

/**
 * What somebody has typed into a form and not sent yet: it survives a reload and a session that ends. Kept in the browser tab, by
 * who types, whose year it is about and which form it is; forgotten when it was sent.
 */
export function useDraft<Values extends object>(form: string, empty: Values): Draft<Values> {
  const { name } = useUser();
  const { unit, year } = usePlace();
  const key = `${KEPT}${name}.${unit}.${year}.${form}`;
  const [kept, setKept] = useState(() => opened(key, empty));
  // Another unit or year was chosen while the form stood open: what was typed stays where it belongs.
  if (kept.key !== key) setKept(opened(key, empty));
  const change = useCallback((changes: Partial<Values>) => setKept((before) => stored(before, changes, true)), []);
  const note = useCallback(
    (changes: Partial<Values>) => setKept((before) => stored(before, changes, before.isBegun)),
    [],
  );
  const forget = useCallback(() => {
    sessionStorage.removeItem(key);
    setKept((before) => ({ ...before, isBegun: false }));
  }, [key]);
  const clear = (): void => {
    sessionStorage.removeItem(key);
    setKept(({ round }) => ({ key, round: round + 1, isBegun: false, values: empty }));
  };
  const { values, isBegun, round } = kept;
  return { values, isBegun, formKey: `${key} ${round}`, change, note, forget, clear };
}

function opened<Values extends object>(key: string, empty: Values): Kept<Values> {
  const typed = read<Values>(key);
  return { key, round: 0, isBegun: typed !== null, values: { ...empty, ...typed } };
}

function stored<Values extends object>(before: Kept<Values>, changes: Partial<Values>, isBegun: boolean): Kept<Values> {
  const values = { ...before.values, ...changes };
  if (isBegun) sessionStorage.setItem(before.key, JSON.stringify(values));
  return { ...before, isBegun, values };
}

function read<Values>(key: string): Values | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') as Values | null;
  } catch {
    return null;
  }
}
