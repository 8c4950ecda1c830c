// forbidden: goes-in-a-circle — with hen.ts
import { hen } from './hen';

export const egg = (): string => hen();
