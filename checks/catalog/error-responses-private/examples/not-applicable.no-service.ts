// A library: puts an error into words.
export const describe = (error: Error) => ({ message: error.message, stack: error.stack });
