import { useEffect, useState } from 'react';
import type { Draft } from '../frame/draft';
import { usePlace } from '../frame/place';
import { revisionOf } from './command';

/** Kept with what is typed: where a unit's year stood when the form looked; null until it has. */
export interface Seen {
  readonly seen: Look | null;
}

interface Look {
  /** The unit, or what of it was chosen. */
  readonly of: string;
  readonly revision: number;
}

interface Looked {
  /** The revision the form is filled in on; null while it is not known. */
  readonly seen: number | null;
  /** Why it is not known, if asking failed; it is asked again. */
  readonly error: Error | null;
  /** Where the year stands now, for who has looked at what came in between. */
  readonly anew: () => Promise<number>;
}

const RETRY_MS = 3_000;

/**
 * What a form on a unit's year is filled in on: where the year stood when the form was opened, or when `about` – one of the unit's
 * lines – was chosen. What was seen of another line or unit, however late the answer came, is never taken for it.
 */
export function useSeen(
  { values: { seen: look }, note }: Pick<Draft<Seen>, 'values' | 'note'>,
  unit: string,
  about = unit,
): Looked {
  const { year } = usePlace();
  const [error, setError] = useState<Error | null>(null);
  const seen = look?.of === about ? look.revision : null;
  useEffect(() => {
    if (unit === '' || seen !== null) return undefined;
    const told = (revision: number): void => note({ seen: { of: about, revision } });
    return askUntilTold(() => revisionOf(unit, year), told, setError);
  }, [unit, year, about, seen, note]);
  const anew = async (): Promise<number> => {
    const revision = await revisionOf(unit, year);
    note({ seen: { of: about, revision } });
    return revision;
  };
  return { seen, error, anew };
}

/** Asks until there is an answer, or the returned function is called; each failure is told, and null once there is none. */
function askUntilTold(
  ask: () => Promise<number>,
  tell: (answer: number) => void,
  fail: (failure: Error | null) => void,
): () => void {
  let [isOver, again]: [boolean, ReturnType<typeof setTimeout> | undefined] = [false, undefined];
  const told = (answer: number): void => {
    if (isOver) return;
    fail(null);
    tell(answer);
  };
  const failed = (failure: Error): void => {
    if (isOver) return;
    fail(failure);
    again = setTimeout(begin, RETRY_MS);
  };
  const begin = (): void => void ask().then(told, failed);
  begin();
  return () => {
    isOver = true;
    clearTimeout(again);
  };
}
