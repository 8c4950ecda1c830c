export const place = 'apps/projector';
