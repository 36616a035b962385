export const headers = { 'X-Content-Type-Options': 'nosniff' };
