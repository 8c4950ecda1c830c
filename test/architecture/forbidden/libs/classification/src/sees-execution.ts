// forbidden: classification-sees-too-much — codes do not know who books on them
export { place } from '@juesuan/execution';
