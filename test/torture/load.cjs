/**
 * `load.cjs program.cjs`: runs a bundled program with the code that V8 kept of its last loading beside it, which halves what a
 * start costs. Where nothing was kept yet it is kept now.
 */
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { Module } = require('node:module');
const { dirname } = require('node:path');
const { Script } = require('node:vm');

const [file] = process.argv.slice(2);
const kept = `${file}.code`;
const cachedData = existsSync(kept) ? readFileSync(kept) : undefined;
const script = new Script(Module.wrap(readFileSync(file, 'utf8')), { filename: file, cachedData });
const program = { exports: {} };
script.runInThisContext()(program.exports, Module.createRequire(file), program, file, dirname(file));
if (cachedData === undefined) writeFileSync(kept, script.createCachedData());
