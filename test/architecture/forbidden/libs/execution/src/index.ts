export const place = 'libs/execution';
