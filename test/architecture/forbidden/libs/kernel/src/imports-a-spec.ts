// forbidden: imports-a-spec — a spec is run, not imported
export { place } from './some.spec';
