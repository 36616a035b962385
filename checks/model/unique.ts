// Columns whose value a table holds only once.

export interface UniqueKey {
  /** The entity, model or table, as the source calls it. */
  readonly model: string;
  /** Empty where it is marked, and which columns could not be read. */
  readonly columns: readonly string[];
  /** The key of the table, which a model has whether or not anything else is there only once. */
  readonly primary?: true;
}
