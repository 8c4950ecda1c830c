import { WrongExpectedRevision } from '@juesuan/event-store';

const ATTEMPTS = 3;

/** Decides again on what came in between, where an append lost the race. */
export async function racing<T>(attempt: () => Promise<T>): Promise<T> {
  for (let attempts = 1; ; attempts++) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision) || attempts === ATTEMPTS) throw error;
    }
  }
}
