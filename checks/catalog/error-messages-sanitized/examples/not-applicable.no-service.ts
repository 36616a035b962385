export const textOf = (error: Error): string => error.message;
