// forbidden: no-restricted-properties — no chance: the same events give the same account
export const dice = Math.random();
