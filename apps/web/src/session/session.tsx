import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { onSession, refreshSession, type Schemas } from '../api/client';

export type User = Schemas['UserDto'];
export type Role = User['roles'][number];

/** `undefined` while it is not known yet whether somebody is signed in. */
const SessionContext = createContext<User | null | undefined>(undefined);

/** A reload finds the session again by its cookie: asked before the first page is drawn. Where that cannot be told, one signs in. */
const found = refreshSession().catch(() => null);

/** Who sees what: as long as it is the same, what was read may be shown. */
export const rightsOf = ({ name, roles, units }: User): string => JSON.stringify([name, roles, units]);

/**
 * Knows who is signed in. What was read for one person is forgotten before the next one sees a page, and when her rights change.
 */
export function SessionProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const [user, setUser] = useState<User | null | undefined>(undefined);
  useEffect(() => {
    let rights: string | null = null;
    const enter = (now: User | null): void => {
      if (rights !== null && rights !== (now && rightsOf(now))) queries.clear();
      rights = now && rightsOf(now);
      setUser(now);
    };
    const stop = onSession((signedIn) => enter(signedIn?.user ?? null));
    void found.then((signedIn) => enter(signedIn?.user ?? null));
    return stop;
  }, [queries]);
  return <SessionContext value={user}>{children}</SessionContext>;
}

/** Who may be signed in; pages inside the frame use {@link useUser}. */
export const useSession = (): User | null | undefined => useContext(SessionContext);

/** Who is signed in. */
export function useUser(): User {
  const user = useContext(SessionContext);
  if (!user) throw new Error('nobody is signed in');
  return user;
}

/** Whether one of the roles is hers. */
export const useHasRole = (...roles: Role[]): boolean => {
  const user = useUser();
  return user.roles.some((role) => roles.includes(role));
};
