// A database the endpoint can stand on: one transaction at a time per connection, every value a parameter.

export type Value = string | null;
export type Row = Readonly<Record<string, unknown>>;
export type Query = (sql: string, values?: readonly Value[]) => Promise<readonly Row[]>;

export interface Database {
  /** Commits when the work succeeds, rolls back when it fails. */
  transaction<T>(work: (query: Query) => Promise<T>): Promise<T>;
  /** Runs a script of several statements as the owner of the database. */
  script(sql: string): Promise<void>;
  close(): Promise<void>;
}
