const IN_SHANGHAI = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** When something was recorded, as people in China read it: `2026-11-21 18:03`. */
export const recorded = (instant: string): string => IN_SHANGHAI.format(new Date(instant));
