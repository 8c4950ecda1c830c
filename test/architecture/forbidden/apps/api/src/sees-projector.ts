// forbidden: api-sees-too-much — apps never see each other
export { place } from '../../projector/src/main';
