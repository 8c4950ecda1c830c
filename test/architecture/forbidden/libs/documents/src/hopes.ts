// forbidden: @typescript-eslint/no-non-null-assertion — a hope, not a check
export const first = (names: readonly string[]): string => names[0]!;
