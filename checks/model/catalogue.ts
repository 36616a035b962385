// A schema as the system catalogues of Postgres tell it: of a live database, or of migrations that were replayed.

export interface Catalogue {
  /** As `server_version_num` says: 150018. */
  readonly serverVersion: number;
  /** Schemas that the HTTP layer of the project serves. */
  readonly exposedSchemas: readonly string[];
  /** False where nobody asked through PostgREST: no role `anon` and none `authenticated`. */
  readonly hasRequestRoles: boolean;
  /** Whether it is laid out as a Supabase project. */
  readonly supabase: boolean;
  readonly relations: readonly Relation[];
  readonly policies: readonly Policy[];
  readonly functions: readonly DatabaseFunction[];
  readonly indexes: readonly DatabaseIndex[];
  readonly foreignKeys: readonly ForeignKey[];
  readonly extensions: readonly Extension[];
  /** Public buckets of Supabase storage; absent where there is no storage or no right to look. */
  readonly publicBuckets?: readonly string[];
}
export type RequestRole = 'anon' | 'authenticated';
export interface Relation {
  readonly schema: string;
  readonly name: string;
  readonly kind: 'table' | 'partitioned-table' | 'view' | 'materialized-view' | 'foreign-table';
  readonly rowSecurity: boolean;
  /** Of a view: reads with the rights of who asks, not of its owner. */
  readonly securityInvoker: boolean;
  /** The owner is subject to no policy: a superuser, or one that may bypass them. */
  readonly ownerBypasses: boolean;
  /** Policies hold for the owner as well. */
  readonly rowSecurityForced: boolean;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly hasPrimaryKey: boolean;
  /** What the roles of requests may do to some column of it: `SELECT`, `INSERT`, `UPDATE`, `DELETE`, and only `SELECT` where it is asked through a schema they may use. */
  readonly grants: Readonly<Record<RequestRole, readonly string[]>>;
  /** Relations a view reads, schema-qualified. */
  readonly reads: readonly string[];
  readonly ofExtension: boolean;
  readonly rows: number;
  readonly bytes: number;
  readonly sequentialScans: number;
  readonly sequentialRows: number;
  readonly indexScans: number;
  readonly deadRows: number;
  readonly liveRows: number;
  /** Rows inserted, updated and deleted since statistics began. */
  readonly changes: number;
  readonly everVacuumed: boolean;
}
export interface Policy {
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  readonly permissive: boolean;
  readonly command: 'ALL' | 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';
  /** `public` is everybody. */
  readonly roles: readonly string[];
  readonly using: string | null;
  readonly check: string | null;
}
export interface DatabaseFunction {
  readonly schema: string;
  readonly name: string;
  readonly arguments: string;
  readonly securityDefiner: boolean;
  readonly searchPathSet: boolean;
  readonly isTrigger: boolean;
  readonly ofExtension: boolean;
  readonly callableBy: readonly RequestRole[];
}
export interface DatabaseIndex {
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  /** Everything but its name: two that are alike do the same work. */
  readonly definition: string;
  readonly unique: boolean;
  /** Holds up a constraint. */
  readonly ofConstraint: boolean;
  readonly valid: boolean;
  readonly scans: number;
  readonly bytes: number;
}
export interface ForeignKey {
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  readonly columns: readonly string[];
  /** Schema-qualified. */
  readonly references: string;
  /** An index begins with its columns. */
  readonly indexed: boolean;
  /** What it points at is unique, but not the primary key. */
  readonly toUniqueOnly: boolean;
}
export interface Extension {
  readonly name: string;
  readonly schema: string;
  readonly version: string;
  readonly defaultVersion: string | null;
}
