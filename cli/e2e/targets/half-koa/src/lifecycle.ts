// Whether the service is about to stop.
export const lifecycle = { draining: false };
