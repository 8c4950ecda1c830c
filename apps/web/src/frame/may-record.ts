import { type Role, useHasRole } from '../session/session';
import { usePlace } from './place';

/** Whether she may record here: one of the roles is hers, and the page shows what is known now, not what was known earlier. */
export function useMayRecord(...roles: Role[]): boolean {
  const { knownAt } = usePlace();
  return useHasRole(...roles) && knownAt === undefined;
}
