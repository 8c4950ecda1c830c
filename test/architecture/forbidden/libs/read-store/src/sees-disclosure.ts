// forbidden: read-store-sees-too-much — rows do not know sentences
export { place } from '@juesuan/disclosure';
