import { useEffect, useState } from 'react';
import { usePlace } from '../frame/place';
import { revisionOf } from './command';

/** Kept with what is typed: the revision of the unit's year when its form was opened; null until it is known. */
export interface Seen {
  readonly seen: number | null;
}

interface Looked extends Seen {
  /** Why it could not be asked, if so. */
  readonly error: Error | null;
  /** Asks where the year stands now, for who has looked at what came in between. */
  readonly anew: () => Promise<number>;
}

/** What a form on the place's own unit is filled in on: what a draft kept, else where the year stands as the form opens. */
export function useSeen(kept: Seen): Looked {
  const { unit, year } = usePlace();
  const [seen, setSeen] = useState(kept.seen);
  const [error, setError] = useState<Error | null>(null);
  useEffect(() => {
    if (seen === null) revisionOf(unit, year).then(setSeen, setError);
  }, [unit, seen, year]);
  const anew = async (): Promise<number> => {
    const now = await revisionOf(unit, year);
    setSeen(now);
    return now;
  };
  return { seen, error, anew };
}
