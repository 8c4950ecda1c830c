export * from './alerts';
export * from './execution';
export * from './forecast';
export * from './lag';
export * from './months';
export * from './outturn';
export * from './progress';
