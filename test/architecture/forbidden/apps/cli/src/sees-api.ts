// forbidden: cli-sees-too-much — apps never see each other
export { place } from '../../api/src/main';
