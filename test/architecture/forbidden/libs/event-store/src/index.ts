export const place = 'libs/event-store';
