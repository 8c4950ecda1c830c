import { useCallback, useState } from 'react';
import { useUser } from '../session/session';
import { usePlace } from './place';

/**
 * What somebody has typed into a form and not sent yet: it survives a reload and a session that ends. Kept in the browser tab, by
 * who types, whose year it is about and which form it is; forgotten when it was sent.
 */
export function useDraft<Values extends object>(
  form: string,
  empty: Values,
): {
  values: Values;
  keep: (values: Values) => void;
  change: (changes: Partial<Values>) => void;
  forget: () => void;
  isKept: boolean;
} {
  const { name } = useUser();
  const { unit, year } = usePlace();
  const key = `juesuan.draft.${name}.${unit}.${year}.${form}`;
  const [state, setState] = useState(() => {
    const kept = read<Values>(key);
    return { values: { ...empty, ...kept }, isKept: kept !== null };
  });
  const keep = useCallback(
    (values: Values) => {
      sessionStorage.setItem(key, JSON.stringify(values));
      setState({ values, isKept: true });
    },
    [key],
  );
  /** Changes a part of what was typed last, whatever was typed while the change was on its way. */
  const change = useCallback(
    (changes: Partial<Values>) =>
      setState(({ values }) => {
        const next = { ...values, ...changes };
        sessionStorage.setItem(key, JSON.stringify(next));
        return { values: next, isKept: true };
      }),
    [key],
  );
  const forget = useCallback(() => sessionStorage.removeItem(key), [key]);
  return { ...state, keep, change, forget };
}

function read<Values>(key: string): Values | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') as Values | null;
  } catch {
    return null;
  }
}
