import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { onSession, refreshSession, type Schemas } from '../api/client';

export type User = Schemas['UserDto'];
export type Role = User['roles'][number];

/** `undefined` while it is not known yet whether somebody is signed in. */
const SessionContext = createContext<User | null | undefined>(undefined);

/** A reload finds the session again by its cookie: asked before the first page is drawn. */
const found = refreshSession();

/** Knows who is signed in. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const [user, setUser] = useState<User | null | undefined>(undefined);
  useEffect(() => {
    const stop = onSession((signedIn) => setUser(signedIn?.user ?? null));
    void found.then((signedIn) => setUser(signedIn?.user ?? null));
    return stop;
  }, []);
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
