export const place = 'libs/documents';
