export const health = (pulse: number): boolean => pulse < 90;
