const base = require('../jest.config.cjs');

const [unit] = base.projects;
module.exports = {
  ...unit,
  testTimeout: base.testTimeout,
  roots: ['<rootDir>/libs', '<rootDir>/test'],
  testMatch: ['<rootDir>/test/mutation/together.ts'],
};
