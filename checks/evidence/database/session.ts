// A session on a database: whatever it is asked is part of one transaction, and one refused question spoils no other.

/** Rows as the driver gives them; throws what the database answered. */
export type Ask = (sql: string, values?: readonly unknown[]) => Promise<readonly unknown[]>;

/** The SQLSTATE of what a database answered, where it was an answer. */
export function stateOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code) ? error.code : undefined;
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
