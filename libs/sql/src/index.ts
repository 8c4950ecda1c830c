export { type DatabaseLocation, Outdated, type SqlDatabase, type Step, type Writer } from './database';
export { openDatabase } from './open';
export {
  applicationIdOf,
  copyDataFile,
  isInUse,
  moveDataFile,
  removeDataFile,
  sealDataFile,
  UnreadableFile,
} from './data-file';
export type { Shares } from './shares';
