import type { AccountKey } from '@juesuan/application';
import type { MomentQuery } from '../common/common.dto';

/** The moment an account is asked for, without what the caller did not say. */
export function momentOf({ asOf, after }: MomentQuery): Omit<AccountKey, 'unit' | 'year'> {
  return { ...(asOf === undefined ? {} : { asOf }), ...(after === undefined ? {} : { after }) };
}
