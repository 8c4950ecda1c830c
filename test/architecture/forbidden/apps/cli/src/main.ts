export const place = 'apps/cli';
