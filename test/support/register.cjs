/**
 * Lets plain Node run the house's TypeScript, for tests that need a process of their own to kill or to race against:
 * `node -r ./test/support/register.cjs some-child.ts`. Compiled on the fly by swc with the settings of the tests; `@juesuan/x`
 * leads to that library's index.ts.
 */
const { existsSync, readFileSync } = require('node:fs');
const { Module } = require('node:module');
const { join } = require('node:path');
const { transformSync } = require('@swc/core');

const LIBRARIES = join(__dirname, '../../libs');
const OPTIONS = {
  swcrc: false,
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    keepClassNames: true,
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
};

Module._extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), { ...OPTIONS, filename });
  module._compile(code, filename);
};

const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  const [, library] = /^@juesuan\/([^/]+)$/.exec(request) ?? [];
  const index = library && join(LIBRARIES, library, 'src/index.ts');
  return resolve.call(this, index && existsSync(index) ? index : request, ...rest);
};
