export const line = (method: string, path: string, status: number): string => `${method} ${path} ${status}`;
