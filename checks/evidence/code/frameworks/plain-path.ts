// Addresses of routes in one spelling.

/** `{id}`, `<int:id>` and `:id` are all `:id`. */
export const plainPath = (path: string): string => {
  const plain = path
    .replace(/\{(\w+)(?::\w+)?\}/g, ':$1')
    .replace(/<(?:\w+:)?(\w+)>/g, ':$1')
    .replace(/^(?!\/)/, '/');
  return plain.replace(/\/{2,}/g, '/');
};
