export const place = 'libs/kernel';
