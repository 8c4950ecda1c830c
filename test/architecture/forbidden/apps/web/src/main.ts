export const place = 'apps/web';
