export const place = 'libs/read-store';
