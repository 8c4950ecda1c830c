// forbidden: no-restricted-properties — no clock
export const now = Date.now();
