// forbidden: no-restricted-properties — floats near money
export const wan = (yuan: number): string => (yuan / 10000).toFixed(2);
