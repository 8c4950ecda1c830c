import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import tables from './test/architecture/who-sees-whom.cjs';

const SOURCES = ['{apps,libs,test}/**/*.{ts,tsx}'];
const TESTS = ['test/**/*.ts', '**/*.spec.{ts,tsx}'];
const CLOCK = 'A pure library knows no clock: time comes in with the command.';
const FLOATS = 'Money is whole 分: read and print it with the kernel’s money functions.';

// Parts named `juesuan/…` are the house's own rules: the architecture test wants a forbidden example for each of them.
export default defineConfig(
  globalIgnores([
    'dist/',
    'data/',
    'out/',
    'test/cases/',
    'test/architecture/forbidden/',
    'apps/web/src/api/schema.d.ts',
  ]),
  js.configs.recommended,
  {
    files: SOURCES,
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // A port's method is async even where one adapter has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    name: 'juesuan/house',
    files: SOURCES,
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      // Silent by itself in decorated files, where an import may be needed at run time for the emitted metadata.
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      'max-lines': ['error', 300],
    },
  },
  {
    name: 'juesuan/sources',
    files: SOURCES,
    ignores: TESTS,
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      'max-lines-per-function': ['error', { max: 30, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // Markup is long and flat: a form of eight fields is one idea.
    files: ['apps/web/**/*.tsx'],
    rules: { 'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }] },
  },
  {
    name: 'juesuan/pure',
    files: Object.keys(tables.PURE).map((place) => `${place}/**/*.ts`),
    // What compares with a golden file reads it.
    ignores: [...TESTS, '**/testing/golden.ts'],
    // Only what the language itself brings is defined: process, console, fetch, timers, performance, Buffer … are not.
    languageOptions: { globals: { globalThis: 'off' } },
    rules: {
      'no-undef': 'error',
      'no-restricted-globals': ['error', { name: 'parseFloat', message: FLOATS }],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: CLOCK },
        { object: 'Math', property: 'random', message: 'A pure library throws no dice: ids come in with the command.' },
        { object: 'Number', property: 'parseFloat', message: FLOATS },
        { property: 'toFixed', message: FLOATS },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: ':matches(NewExpression[arguments.length=0], CallExpression)[callee.name="Date"]', message: CLOCK },
      ],
    },
  },
  {
    // Tests read answers as they come (JSON, rows); their assertions are the check.
    files: TESTS,
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['**/*.{cjs,mjs}'],
    languageOptions: { globals: { Buffer: 'readonly', console: 'readonly', process: 'readonly', URL: 'readonly' } },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { __dirname: 'readonly', module: 'writable', require: 'readonly' },
    },
  },
);
