export { type DatabaseLocation, Outdated, type SqlDatabase, type Step, type Writer } from './database';
export { openDatabase } from './open';
export {
  copyDataFile,
  type FileLabel,
  foldDataFile,
  isInUse,
  labelOf,
  giveNewName,
  ownCopyOf,
  removeDataFile,
  replaceDataFile,
  sealDataFile,
  UnreadableFile,
} from './data-file';
export type { Shares } from './shares';
