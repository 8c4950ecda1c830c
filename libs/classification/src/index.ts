export * from './code-book';
export * from './vocabulary';
