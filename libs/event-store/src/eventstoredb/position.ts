import { type Position } from '@eventstore/db-client';

// As many digits as the largest 64-bit number has, so that the text sorts as the numbers do.
const DIGITS = 20;
const WRITTEN = new RegExp(`^(\\d{${DIGITS}})/(\\d{${DIGITS}})$`);

/** A place in $all as text: commit position, then prepare position, as the server orders them. */
export const positionText = ({ commit, prepare }: Position): string =>
  `${String(commit).padStart(DIGITS, '0')}/${String(prepare).padStart(DIGITS, '0')}`;

export const isPosition = (text: string): boolean => WRITTEN.test(text);

/** The place in $all behind a text this store gave out. */
export function positionIn(text: string): Position {
  const [, commit, prepare] = WRITTEN.exec(text) ?? [];
  if (commit === undefined || prepare === undefined) throw new TypeError(`“${text}” is not a position of this store`);
  return { commit: BigInt(commit), prepare: BigInt(prepare) };
}
