export * from './execution';
export * from './progress';
