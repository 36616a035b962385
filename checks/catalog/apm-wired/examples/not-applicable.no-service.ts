export const dsn = '';
