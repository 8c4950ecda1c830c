import { STANDARD_SETTINGS } from '@juesuan/execution';
import type { Watched } from '../src';

/** The year 2023 on its last day as the rules see it, with nothing in it but what is said. */
export const watched = (said: Partial<Watched>): Watched => ({
  year: 2023,
  asOf: '2023-12-31',
  balances: [],
  settings: STANDARD_SETTINGS,
  names: { unit: () => null, item: () => null },
  units: [],
  months: [],
  before: new Map(),
  published: new Map(),
  virements: [],
  ...said,
});
