import { Liquid, type Template } from 'liquidjs';

/** A wording may name only what it is given: a misspelt name is an error, never a hole in a sentence. */
const engine = new Liquid({ strictVariables: true, strictFilters: true, ownPropertyOnly: true });

const parsed = new Map<string, Template[]>();

/** Fills a profile's wording with values. Wordings are few and fixed, so each is parsed once. */
export function fill(wording: string, values: Readonly<Record<string, string>>): string {
  let template = parsed.get(wording);
  if (!template) parsed.set(wording, (template = engine.parse(wording)));
  return String(engine.renderSync(template, values));
}

/** The names a wording uses; throws where it is no template at all. */
export const namesIn = (wording: string): string[] => engine.globalVariablesSync(engine.parse(wording));
