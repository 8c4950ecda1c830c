// forbidden: no-undef — no clock
export const begun = performance.now();
