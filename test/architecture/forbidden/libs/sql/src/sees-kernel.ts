// forbidden: sql-sees-too-much — opening a database needs no idea of money
export { place } from '@juesuan/kernel';
