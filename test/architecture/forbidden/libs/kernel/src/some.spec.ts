export const place = 'a spec';
