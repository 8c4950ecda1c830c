const { SEES, PURE, HOMES, seenBy } = require('./test/architecture/who-sees-whom.cjs');

const SPEC = '\\.spec\\.tsx?$';
/** What a library's tests are made of: never shipped. */
const TESTING = '^libs/[^/]+/testing/';
const inside = (places) => `^(${places.join('|')})/`;
const nameOf = (place) => place.split('/')[1];
// Type-only imports of untyped packages resolve to @types.
const packages = (names) => `(^|/)node_modules/(@types/)?(${names.join('|')})/`;
const NPM = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown'];

const seesTooMuch = Object.keys(SEES).map((place) => ({
  name: `${nameOf(place)}-sees-too-much`,
  comment: `${place} may see: ${seenBy(place).slice(1).join(', ') || 'nothing'}.`,
  from: { path: inside([place]) },
  to: { path: '^(apps|libs)/', pathNot: inside(seenBy(place)) },
}));

const takesPackages = Object.entries(PURE).map(([place, allowed]) => ({
  name: `${nameOf(place)}-takes-a-package`,
  comment: `${place} is pure; packages it may import: ${allowed.join(', ') || 'none'}.`,
  from: { path: inside([place]), pathNot: [SPEC, TESTING] },
  to: { dependencyTypes: NPM, ...(allowed.length > 0 && { pathNot: packages(allowed) }) },
}));

// Tests, a library's own too, may open a workbook or a database themselves, to look at what was written.
const homes = HOMES.map(({ rule, packages: names, homes: places }) => ({
  name: rule,
  comment: `${names.join(', ')}: only in ${places.join(', ')}.`,
  from: { path: '^(apps|libs)/', pathNot: [inside(places), '^libs/[^/]+/test(ing)?/'] },
  to: { path: packages(names) },
}));

// Tests of the whole may use what a library's own tests are made of, so that no generator is written twice.
const entrances = [
  ...[
    { path: '^(libs/[^/]+|apps/[^/]+)/', open: [] },
    { path: '^(test)/', open: [TESTING] },
  ].map(({ path, open }) => ({
    name: 'enters-past-the-index',
    comment: 'A library is entered by its index.ts, so that its inside can change.',
    from: { path },
    to: { path: '^libs/', pathNot: ['^$1/', '^libs/[^/]+/src/index\\.ts$', ...open] },
  })),
  {
    name: 'imports-tests',
    comment: 'Only tests use what stands in test/.',
    from: { pathNot: '^test/' },
    to: { path: '^test/' },
  },
  { name: 'imports-a-spec', comment: 'A spec is run, not imported.', from: {}, to: { path: SPEC } },
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...seesTooMuch,
    ...takesPackages,
    ...homes,
    ...entrances,
    {
      name: 'pure-library-knows-node',
      comment: 'A pure library knows no file, no network, no process.',
      from: { path: inside(Object.keys(PURE)), pathNot: [SPEC, `${TESTING}golden\\.ts$`] },
      to: { dependencyTypes: ['core'] },
    },
    { name: 'goes-in-a-circle', comment: 'No cycles.', from: {}, to: { circular: true } },
    {
      name: 'leads-nowhere',
      comment: 'An import that resolves to nothing would slip past every other rule.',
      from: {},
      to: { couldNotResolve: true },
    },
  ].map((rule) => ({ ...rule, severity: 'error' })),
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|test/architecture/forbidden)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
