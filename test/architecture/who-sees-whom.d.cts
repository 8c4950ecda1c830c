export const SEES: Readonly<Record<string, readonly string[]>>;
export const PURE: Readonly<Record<string, readonly string[]>>;
export const HOMES: readonly { rule: string; packages: readonly string[]; homes: readonly string[] }[];
export function seenBy(place: string): string[];
