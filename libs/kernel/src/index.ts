export * from './business-date';
export * from './decider';
export * from './instant';
export * from './money';
export * from './quoted';
export * from './violation';
