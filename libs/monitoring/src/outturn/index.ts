export * from './budget-comparison';
export * from './composition';
export * from './indicators';
