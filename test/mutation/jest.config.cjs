// The example specs of one library, as Stryker asks for them. Those that throw dice are left out: they cost minutes for each mutant
// that nothing else sees, and what they alone see would be told by luck.
const base = require('../jest.config.cjs');

const [unit] = base.projects;
module.exports = {
  ...unit,
  testTimeout: base.testTimeout,
  testMatch: [`<rootDir>/libs/${process.env.MUTATED ?? 'kernel'}/**/*.spec.ts`],
  testPathIgnorePatterns: [...unit.testPathIgnorePatterns, 'properties\\.spec', 'fuzz\\.spec'],
};
