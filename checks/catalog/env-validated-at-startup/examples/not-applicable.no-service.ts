// A library: reads a setting when it is asked to.
export const endpoint = (): string => process.env.ENDPOINT_URL || '';
