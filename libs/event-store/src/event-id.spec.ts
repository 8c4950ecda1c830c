import { eventId } from './event-id';

it('is always the same UUID for the same stream, command and place', () => {
  expect(eventId('budgetYear-301.2023', 'command-1', 0)).toBe(eventId('budgetYear-301.2023', 'command-1', 0));
  expect(eventId('a', 'b', 0)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  // Written into stores: this value may never change.
  expect(eventId('budgetYear-301.2023', 'command-1', 0)).toMatchInlineSnapshot(
    `"8e62b1b3-b31a-82ac-b545-5c4b389f02d2"`,
  );
});

it('differs where anything differs', () => {
  const ids = ['a', 'b', 'ab', ''].flatMap((stream) =>
    ['a', 'b', 'ba', ''].flatMap((command) => [0, 1, 10].map((index) => eventId(stream, command, index))),
  );
  expect(new Set(ids).size).toBe(ids.length);
});
