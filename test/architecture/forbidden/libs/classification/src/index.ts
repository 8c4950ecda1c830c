export const place = 'libs/classification';
