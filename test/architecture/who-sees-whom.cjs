/**
 * Who may see whom (DESIGN.md §2). A row names what a library or app sees directly; it also sees what those see, and
 * nothing else. `.dependency-cruiser.cjs` and `.eslint.config.mjs` are built from these tables and hold no names of their own.
 */
const SEES = {
  'libs/kernel': [],
  'libs/classification': ['libs/kernel'],
  'libs/execution': ['libs/classification'],
  'libs/account': ['libs/execution'],
  'libs/monitoring': ['libs/account'],
  'libs/disclosure': ['libs/account'],
  'libs/documents': ['libs/disclosure'],
  'libs/event-store': ['libs/kernel'],
  'libs/sql': [],
  'libs/access': ['libs/kernel', 'libs/sql'],
  'libs/read-store': ['libs/account', 'libs/event-store', 'libs/sql'],
  'libs/application': ['libs/documents', 'libs/monitoring', 'libs/read-store'],
  'apps/api': ['libs/application', 'libs/access'],
  'apps/projector': ['libs/application'],
  'apps/cli': ['libs/application', 'libs/access'],
  'apps/web': [],
};

/** The pure libraries: no Nest, no clock, no file, no network. Each with the only packages it may import. */
const PURE = {
  'libs/kernel': [],
  'libs/classification': [],
  'libs/execution': [],
  'libs/account': [],
  'libs/monitoring': [],
  'libs/disclosure': ['liquidjs', 'yaml', 'zod'],
};

/** Packages that stay behind one library (two for SQLite: events and tables share a file), so that they can be replaced there. */
const HOMES = [
  { rule: 'only-documents-reads-files', packages: ['hucre'], homes: ['libs/documents'] },
  { rule: 'only-event-store-knows-eventstoredb', packages: ['@eventstore/db-client'], homes: ['libs/event-store'] },
  {
    rule: 'only-stores-open-sqlite',
    packages: ['@photostructure/sqlite'],
    homes: ['libs/event-store', 'libs/sql'],
  },
  { rule: 'only-sql-opens-postgres', packages: ['pg'], homes: ['libs/sql'] },
  { rule: 'only-tables-speak-sql', packages: ['kysely'], homes: ['libs/sql', 'libs/read-store', 'libs/access'] },
  { rule: 'only-access-hashes-passwords', packages: ['@node-rs/argon2'], homes: ['libs/access'] },
];

/** Everything a place sees, itself included. */
const seenBy = (place) => [...new Set([place, ...SEES[place].flatMap(seenBy)])];

module.exports = { SEES, PURE, HOMES, seenBy };
