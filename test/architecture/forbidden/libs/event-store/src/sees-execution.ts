// forbidden: event-store-sees-too-much — the store does not know what the events mean
export { place } from '@juesuan/execution';
