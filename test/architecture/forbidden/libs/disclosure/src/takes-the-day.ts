// forbidden: no-restricted-syntax — no clock
export const today = Date();
