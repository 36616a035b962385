// Columns whose value a table holds only once.

export interface UniqueKey {
  /** The entity, model or table, as the source calls it. */
  readonly model: string;
  readonly columns: readonly string[];
}
