export const place = 'libs/access';
