export const place = 'libs/sql';
