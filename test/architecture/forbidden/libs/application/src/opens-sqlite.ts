// forbidden: only-stores-open-sqlite — settings that keep data safe are made in one place
export { DatabaseSync } from '@photostructure/sqlite';
