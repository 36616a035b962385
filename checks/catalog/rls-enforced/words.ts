// What several judges of this folder name alike.
import type { Catalogue, Policy, Relation, RequestRole } from '../../model.ts';

/** One thing that is wrong, and the object it is wrong with. */
export interface Fault {
  /** `public.plans`, `public.plans/own_plan`, `public.save_week`. */
  readonly object: string;
  readonly message: string;
}

export const roles: readonly RequestRole[] = ['anon', 'authenticated'];
export const named = ({ schema, name }: { readonly schema: string; readonly name: string }): string => `${schema}.${name}`;

/** Of the platform: what stands in them is not the project's to change. */
export const platformSchemas: ReadonlySet<string> = new Set(
  'auth cron extensions graphql graphql_public information_schema net pgmq pgroonga pgsodium pgsodium_masks pgtle pgbouncer pg_catalog realtime repack storage supabase_functions supabase_migrations tiger topology vault'.split(
    ' ',
  ),
);

/** Served to clients, and some role of theirs may do something with it. */
export const isExposed = ({ schema, grants }: Pick<Relation, 'schema' | 'grants'>, { exposedSchemas }: Catalogue): boolean =>
  exposedSchemas.includes(schema) && !platformSchemas.has(schema) && roles.some((role) => grants[role].length > 0);

/** `true`, however it is spelled. */
export const isAlwaysTrue = (expression: string | null): boolean =>
  expression !== null && /^\(*\s*(?:true|1\s*=\s*1|'t'::boolean)\s*\)*$/i.test(expression.trim());

/** The roles of requests that a policy is for. */
export const requestRolesOf = ({ roles: own }: Policy): readonly RequestRole[] =>
  own.includes('public') ? roles : roles.filter((role) => own.includes(role));

/** Names of columns whose values are a person's own business, in whole words. */
const personal =
  /^(?:password(?:_hash)?|passwd|encrypted_password|hashed_password|secret|client_secret|api_key|private_key|access_token|refresh_token|auth_token|reset_token|session_token|ssn|social_security_number|tax_id|passport_number|card_number|credit_card(?:_number)?|cvv|iban|bank_account|routing_number|email|e_mail|email_address|phone|phone_number|mobile|date_of_birth|birth_?date|birthday|dob|home_address|street_address|ip_address)$/i;
export const personalColumns = ({ columns }: Pick<Relation, 'columns'>): readonly string[] =>
  columns.map(({ name }) => name).filter((name) => personal.test(name));
