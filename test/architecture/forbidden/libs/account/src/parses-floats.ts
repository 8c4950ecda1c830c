// forbidden: no-restricted-globals — floats near money
export const yuan = (text: string): number => parseFloat(text);
