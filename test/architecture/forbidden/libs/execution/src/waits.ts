// forbidden: no-undef — no timer
export const later = (work: () => void): void => void setTimeout(work, 1);
