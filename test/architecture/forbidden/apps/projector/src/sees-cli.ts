// forbidden: projector-sees-too-much — apps never see each other
export { place } from '../../cli/src/main';
