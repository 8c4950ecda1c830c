export * from './alerts';
export * from './execution';
export * from './lag';
export * from './months';
export * from './progress';
