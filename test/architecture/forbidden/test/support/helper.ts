export const place = 'test/support';
