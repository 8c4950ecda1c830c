export const place = 'libs/monitoring';
