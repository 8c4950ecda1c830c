// forbidden: execution-sees-too-much — what happens does not know how it is reported
export { place } from '@juesuan/account';
