export * from './business-date';
export * from './decider';
export * from './money';
export * from './violation';
