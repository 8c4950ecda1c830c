// forbidden: no-undef — no process
export const home = process.env.HOME;
