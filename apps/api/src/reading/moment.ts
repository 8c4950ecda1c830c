import { type AccountKey, knownInstant, type Moment } from '@juesuan/application';
import type { KnownQuery, MomentQuery } from '../common/common.dto';

/** The moment an account is asked for, without what the caller did not say. Throws RuleViolation for what is no past instant. */
export function momentOf(query: MomentQuery & Pick<AccountKey, 'document'>): Omit<AccountKey, 'unit' | 'year'> {
  const { asOf, knownAt, document } = query;
  return {
    ...(document === undefined ? {} : { document }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(knownAt === undefined ? {} : knownOf({ knownAt })),
  };
}

/** The instant until which something is to be known; nothing where the caller did not say. */
export const knownOf = ({ knownAt }: KnownQuery): Pick<Moment, 'knownAt'> =>
  knownAt === undefined ? {} : { knownAt: knownInstant(knownAt) };
