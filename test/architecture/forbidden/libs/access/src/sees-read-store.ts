// forbidden: access-sees-too-much — who may sign in does not hang on what was computed from events
export { place } from '@juesuan/read-store';
