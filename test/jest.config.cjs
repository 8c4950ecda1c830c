const { availableParallelism } = require('node:os');
const { join } = require('node:path');

// ESM-only packages are compiled to CommonJS by swc: jest's own require() cannot load ESM before Node 24.9.
const esm = ['@fastify', '@nestjs', 'content-disposition', 'cookie', 'hucre', 'jose', 'oauth4webapi', 'openid-client'];
const swc = [
  '@swc/jest',
  {
    swcrc: false,
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      keepClassNames: true,
    },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
];
const base = {
  rootDir: join(__dirname, '..'),
  testEnvironment: 'node',
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  // The forbidden examples are read by the architecture test, never run.
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/architecture/forbidden/'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'json'],
  moduleNameMapper: { '^@juesuan/([^/]+)$': '<rootDir>/libs/$1/src/index.ts' },
  transform: { '^.+\\.(ts|js|mjs)$': swc },
  transformIgnorePatterns: [`/node_modules/(?!(${esm.join('|')})/)`],
};
module.exports = {
  // Half as many again as cores: a third of the time tests wait, for processes of their own, for pages, for disks.
  maxWorkers: Math.ceil(availableParallelism() * 1.5),
  // What a suite leaves in its worker's memory adds up to gigabytes over a hundred of them; a fresh worker costs a second.
  workerIdleMemoryLimit: '1500MB',
  // Only a guard against waiting for ever: tests import whole years, start servers and kill processes, and a slow machine is no failure.
  testTimeout: 900_000,
  projects: [
    { ...base, displayName: 'unit', testMatch: ['<rootDir>/{apps,libs}/**/*.spec.ts'] },
    { ...base, displayName: 'whole', testMatch: ['<rootDir>/test/**/*.spec.ts'] },
  ],
};
