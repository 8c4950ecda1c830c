import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Broken, cruise, type Demand, demands, examplesOf, forbiddenTree, lint, TOP } from './tools';
import { HOMES, SEES } from './who-sees-whom.cjs';

let demanded: Demand[];
beforeAll(async () => {
  demanded = await demands();
});

// Whether the repository keeps the house's lint rules `npm run check` tells; here, that each of them finds what it is for.
describe('the repository', () => {
  it('sees only what the table lets it see', async () => {
    const broken = (await cruise(TOP)).map(({ rule, says }) => `${rule}: ${says}`);
    expect([...new Set(broken)]).toEqual([]);
  });

  it('has a row in the table for every library and app', () => {
    const folders = ['libs', 'apps'].flatMap((place) =>
      readdirSync(join(TOP, place), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => `${place}/${name}`),
    );
    expect(Object.keys(SEES)).toEqual(expect.arrayContaining(folders));
  });
});

describe('the forbidden examples', () => {
  let tree: string;
  let broken: Broken[];
  beforeAll(async () => {
    tree = forbiddenTree();
    broken = [...(await cruise(tree)), ...(await lint(tree))];
  });
  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  it('break exactly the rule they name', () => {
    const found = Object.fromEntries(
      examplesOf(tree).map(({ file }) => {
        const rules = broken.filter((each) => each.file === file).map(({ rule }) => rule);
        return [file, [...new Set(rules)]];
      }),
    );
    const named = Object.fromEntries(examplesOf(tree).map(({ file, breaks }) => [file, breaks]));
    expect(found).toEqual(named);
  });

  it('cover every rule and every restriction', () => {
    const unseen = demanded.filter(
      ({ rule, words }) =>
        !broken.some((each) => each.rule === rule && words.every((word) => each.says.includes(word))),
    );
    expect(unseen).toEqual([]);
  });

  it('cover every package that has one home', () => {
    const unseen = HOMES.flatMap(({ rule, packages }) =>
      packages.filter((name) => !broken.some((each) => each.rule === rule && each.says.includes(`/${name}/`))),
    );
    expect(unseen).toEqual([]);
  });
});
