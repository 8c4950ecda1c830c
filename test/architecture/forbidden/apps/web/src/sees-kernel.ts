// forbidden: web-sees-too-much — the page knows only the HTTP contract, not even types of a library
import type { place } from '@juesuan/kernel';

export type Place = typeof place;
