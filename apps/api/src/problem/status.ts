/**
 * HTTP's number for a rule's code. A broken rule of the domain is 422: well-formed, understood, and refused; here stand those for
 * which HTTP has a better word.
 */
const STATUS: Readonly<Record<string, number>> = {
  'unit-unknown': 404,
  'year-not-opened': 404,
  'adjustment-unknown': 404,
  'payment-unknown': 404,
  'freeze-unknown': 404,
  'line-unknown': 404,
  'table-unknown': 404,
  'column-unknown': 404,
  'row-unknown': 404,
  'address-unknown': 404,
  'item-not-explained': 404,
  'profile-unknown': 404,
  'import-unknown': 404,
  'user-unknown': 404,
  'command-id-reused': 409,
  'voucher-reused': 409,
  'freeze-id-reused': 409,
  'adjustment-id-reused': 409,
  'adjustment-in-another-state': 409,
  'year-already-opened': 409,
  'year-closed': 409,
  'year-not-closed': 409,
  'user-exists': 409,
  'changed-meanwhile': 412,
  'no-idempotency-key': 428,
  'not-signed-in': 401,
  'sign-in-failed': 401,
  'session-expired': 401,
  'not-permitted': 403,
  'not-an-administrator': 403,
  'reviewed-by-its-officer': 403,
  'unit-not-yours': 403,
  'locked-out': 429,
  'too-many-requests': 429,
  'not-yet-projected': 503,
};

export const statusOf = (code: string): number => STATUS[code] ?? 422;
