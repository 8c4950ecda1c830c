import { FIELD_END } from '../hash-chain';
import type { Statements } from './database';

export const PAGE = 1000;
const NUMBERS = ['e.position', 'e.revision', 'e.version'];
const TEXTS = [
  's.name',
  'e.id',
  'e.type',
  'e.recorded_at',
  'e.data',
  'e.metadata',
  'e.previous_hash',
  'e.hash',
  'e.log_hash',
];
// In the order of `chainHash`.
const HASHED = 's.name e.revision e.id e.type e.version e.recorded_at e.data e.metadata e.previous_hash';
export const FIELDS = HASHED.split(' ').length;

/** The bytes that were hashed are joined inside SQLite: what JavaScript would decode or round, a changed byte could hide in. */
export const JOINED = `CAST(${HASHED.replaceAll(' ', ' || char(10) || ')} AS BLOB)`;
export const WELL_TYPED = `${NUMBERS.map((column) => `typeof(${column}) = 'integer'`).join(' AND ')}
  AND ${TEXTS.map((column) => `typeof(${column}) = 'text'`).join(' AND ')}
  AND octet_length(e.previous_hash) = 64 AND octet_length(e.hash) = 64 AND octet_length(e.log_hash) = 64`;
export const FROM = 'FROM event e LEFT JOIN event_stream s ON s.id = e.stream';
export const MISSHAPEN = '事件的字段类型或长度不对，记录后被改动过。';
export const FIELD_END_BYTE = FIELD_END.charCodeAt(0);

/** A statement whose numbers are exact: a tampered one may be past what JavaScript can hold. */
export function exactly(database: Statements, select: string) {
  const statement = database.prepare(select);
  statement.setReadBigInts(true);
  return statement;
}
