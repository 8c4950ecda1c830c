// forbidden: pure-library-knows-node — no file, loaded late either
export const late = (): Promise<unknown> => import('node:fs');
