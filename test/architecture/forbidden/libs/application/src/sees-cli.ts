// forbidden: application-sees-too-much — no library sees an app
export { place } from '../../../apps/cli/src/main';
