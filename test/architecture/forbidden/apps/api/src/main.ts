export const place = 'apps/api';
