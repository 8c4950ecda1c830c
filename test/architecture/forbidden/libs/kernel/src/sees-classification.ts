// forbidden: kernel-sees-too-much — the kernel sees nothing
export { place } from '@juesuan/classification';
