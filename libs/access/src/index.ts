export { type Access, type Credentials, openAccess } from './access';
export { type LogAction, type LogEntry } from './log';
export { mayRead, mayTouch, readableUnits, type UnitInTree } from './rights';
export { type Session, SESSION_LIFE_MS } from './sessions';
export { canonicalName, type NewUser, type Role, ROLE_WORDS, ROLES, type User, type UserChanges } from './user';
