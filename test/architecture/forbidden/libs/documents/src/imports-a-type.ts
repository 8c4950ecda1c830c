// forbidden: @typescript-eslint/consistent-type-imports — a type leaves no import behind
import { place } from '@juesuan/kernel';

export type Place = typeof place;
