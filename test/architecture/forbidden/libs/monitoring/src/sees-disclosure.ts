// forbidden: monitoring-sees-too-much — an alert says its own sentence, not a profile's
export { place } from '@juesuan/disclosure';
