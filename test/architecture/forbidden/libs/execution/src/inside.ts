export const place = 'a file inside a library';
