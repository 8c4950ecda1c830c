export const place = 'libs/application';
