import { mayRead, mayTouch, readableUnits } from './rights';
import type { Role } from './user';

const TREE = [
  { code: '500', parent: null },
  { code: '500001', parent: '500' },
  { code: '500002', parent: '500' },
  { code: '50000201', parent: '500002' },
  { code: '600', parent: null },
  { code: '600001', parent: '600' },
];
const user = (role: Role, ...units: string[]) => ({ roles: [role], units });

it.each([
  ['officer', ['500001'], ['500001'], ['500001']],
  ['officer', ['500002'], ['500002', '50000201'], ['500002', '50000201']],
  ['officer', ['500'], ['500', '500001', '500002', '50000201'], ['500', '500001', '500002', '50000201']],
  ['officer', ['500001', '600001'], ['500001', '600001'], ['500001', '600001']],
  ['reviewer', ['600'], ['600', '600001'], ['600', '600001']],
  ['supervisor', ['500001'], ['500001'], ['500', '500001', '500002', '50000201']],
  ['administrator', [], TREE.map(({ code }) => code), TREE.map(({ code }) => code)],
  ['officer', [], [], []],
] as const)('%s of %j may record for %j and read %j', (role, units, touches, reads) => {
  const she = user(role, ...units);
  expect(TREE.map(({ code }) => code).filter((code) => mayTouch(she, code, TREE))).toEqual(touches);
  expect(TREE.map(({ code }) => code).filter((code) => mayRead(she, code, TREE))).toEqual(reads);
  expect(readableUnits(she, TREE)).toEqual(reads);
});

it('does not take a code for its unit because it begins with the same digits', () => {
  expect(mayTouch(user('officer', '5000'), '500001', TREE)).toBe(false);
});

it('knows only the unit itself where the year has no such unit', () => {
  expect(mayTouch(user('officer', '700'), '700', TREE)).toBe(true);
  expect(mayTouch(user('officer', '500'), '500003', TREE)).toBe(false);
});

it('ends where units stand above each other in a circle', () => {
  const circle = [
    { code: 'a', parent: 'b' },
    { code: 'b', parent: 'a' },
  ];
  expect(mayTouch(user('officer', 'b'), 'a', circle)).toBe(true);
  expect(mayRead(user('supervisor', 'c'), 'a', circle)).toBe(false);
});
