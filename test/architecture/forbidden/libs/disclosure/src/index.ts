export const place = 'libs/disclosure';
