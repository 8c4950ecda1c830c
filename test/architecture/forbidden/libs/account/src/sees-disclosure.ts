// forbidden: account-sees-too-much — figures do not know their sentences
export { place } from '@juesuan/disclosure';
