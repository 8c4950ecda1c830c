import { type CellError, ImportRefused } from '../src/source/import-refused';

/** The errors that reading is refused with; fails where it is not. */
export async function errorsOf(read: () => unknown): Promise<CellError[]> {
  try {
    await read();
  } catch (error) {
    if (error instanceof ImportRefused) return error.errors;
    throw error;
  }
  throw new Error('was read, not refused');
}
