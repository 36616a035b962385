export const header = 'x-request-id';
