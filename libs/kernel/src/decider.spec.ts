import { evolveAll } from './decider';

it('the state after a history is every event taken in its order', () => {
  const listing = { evolve: (state: string, event: string) => `${state} ${event}` };
  expect(evolveAll(listing, '年初', ['追加', '支付'])).toBe('年初 追加 支付');
});
