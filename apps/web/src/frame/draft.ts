import { useCallback, useState } from 'react';
import { useUser } from '../session/session';
import { usePlace } from './place';

interface Draft<Values> {
  readonly values: Values;
  readonly keep: (values: Values) => void;
  /** Changes a part of what was typed last, whatever was typed while the change was on its way. */
  readonly change: (changes: Partial<Values>) => void;
  readonly forget: () => void;
}

/**
 * What somebody has typed into a form and not sent yet: it survives a reload and a session that ends. Kept in the browser tab, by
 * who types, whose year it is about and which form it is; forgotten when it was sent.
 */
export function useDraft<Values extends object>(form: string, empty: Values): Draft<Values> {
  const { name } = useUser();
  const { unit, year } = usePlace();
  const key = `juesuan.draft.${name}.${unit}.${year}.${form}`;
  const [values, setValues] = useState<Values>(() => ({ ...empty, ...read<Values>(key) }));
  const change = useCallback(
    (changes: Partial<Values>) =>
      setValues((before) => {
        const next = { ...before, ...changes };
        sessionStorage.setItem(key, JSON.stringify(next));
        return next;
      }),
    [key],
  );
  const forget = useCallback(() => sessionStorage.removeItem(key), [key]);
  return { values, keep: change, change, forget };
}

function read<Values>(key: string): Values | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') as Values | null;
  } catch {
    return null;
  }
}
