export const place = 'libs/account';
