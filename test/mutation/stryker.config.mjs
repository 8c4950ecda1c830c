// `MUTATED=execution npm run mutation [-- --mutate libs/execution/src/payment.ts,…]`: which changes of a library no test of it sees.
// Last results, and what remains and why: RUN.md.
const library = process.env.MUTATED ?? 'kernel';

export default {
  testRunner: 'jest',
  plugins: ['@stryker-mutator/jest-runner'],
  // The specs are required by name, which jest cannot follow from a changed file.
  jest: { configFile: 'test/mutation/jest.config.cjs', enableFindRelatedTests: false },
  mutate: [`libs/${library}/src/**/*.ts`, '!**/*.spec.ts', '!**/index.ts'],
  coverageAnalysis: 'perTest',
  concurrency: 1,
  tempDirName: `dist/stryker-${library}`,
  ignorePatterns: ['dist', 'data', 'out', 'apps/web', 'test/cases', 'test/browser'],
  // A run of an hour says how far it is.
  reporters: ['clear-text', 'json', 'progress-append-only'],
  jsonReporter: { fileName: `dist/mutation-${library}.json` },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  // A mutant that loops for ever is ended by the clock; a busy machine is no loop.
  timeoutMS: 20_000,
};
