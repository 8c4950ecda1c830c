// forbidden: goes-in-a-circle — with egg.ts
import { egg } from './egg';

export const hen = (): string => egg();
