// Who could read and write what, when it was tried: as nobody, as one user, as another, on a scratch copy.

/** What became of a row of user A's when others came for it. */
export interface AccessMatrix {
  readonly tables: readonly TableAccess[];
}
export interface TableAccess {
  /** Schema-qualified. */
  readonly table: string;
  /** The column that says whose a row is, and how that is known; absent for rows of nobody. */
  readonly owner?: string;
  /** Why no row could be put there; the table was not tried. */
  readonly notTried?: string;
  readonly anon: Deeds;
  /** A row that is the user's own. */
  readonly own: Deeds;
  /** A row that is another user's. */
  readonly others: Deeds;
}
/** `insert`: of such a row. */
export interface Deeds {
  readonly select: boolean;
  readonly insert: boolean;
  readonly update: boolean;
  readonly delete: boolean;
}
