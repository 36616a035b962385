// What a Supabase project has before its first migration, as far as migrations and policies speak of it.

/** Run once, by the owner, in an empty database. */
export const supabaseFoundation = `
create role anon nologin noinherit; create role authenticated nologin noinherit; create role service_role nologin noinherit bypassrls;
create role authenticator login noinherit; grant anon, authenticated, service_role to authenticator;
create role supabase_admin superuser; create role supabase_auth_admin noinherit createrole; create role supabase_storage_admin noinherit createrole;
create role dashboard_user noinherit; create role supabase_realtime_admin noinherit; create role supabase_replication_admin noinherit;
create role supabase_read_only_user noinherit; create role pgbouncer noinherit;
create schema auth; create schema storage; create schema extensions; create schema graphql; create schema graphql_public; create schema realtime;
create schema vault; create schema supabase_migrations; create schema supabase_functions;
grant usage on schema auth, storage, extensions, public, graphql_public, realtime to anon, authenticated, service_role, supabase_auth_admin;
create function auth.jwt() returns jsonb language sql stable
  as $$ select coalesce(nullif(current_setting('request.jwt.claim', true), ''), nullif(current_setting('request.jwt.claims', true), ''))::jsonb $$;
create function auth.uid() returns uuid language sql stable
  as $$ select coalesce(nullif(current_setting('request.jwt.claim.sub', true), ''), auth.jwt()->>'sub')::uuid $$;
create function auth.role() returns text language sql stable as $$ select auth.jwt()->>'role' $$;
create function auth.email() returns text language sql stable as $$ select auth.jwt()->>'email' $$;
create table auth.users (
  instance_id uuid, id uuid primary key default gen_random_uuid(), aud text, role text, email text unique, encrypted_password text,
  email_confirmed_at timestamptz, invited_at timestamptz, confirmation_token text, recovery_token text, last_sign_in_at timestamptz,
  raw_app_meta_data jsonb, raw_user_meta_data jsonb, is_super_admin boolean, created_at timestamptz default now(),
  updated_at timestamptz default now(), phone text, phone_confirmed_at timestamptz, confirmed_at timestamptz, banned_until timestamptz,
  is_sso_user boolean not null default false, deleted_at timestamptz, is_anonymous boolean not null default false
);
create table auth.identities (
  id uuid primary key default gen_random_uuid(), provider_id text, user_id uuid references auth.users on delete cascade, identity_data jsonb,
  provider text, last_sign_in_at timestamptz, created_at timestamptz, updated_at timestamptz, email text
);
create table auth.sessions (id uuid primary key, user_id uuid references auth.users on delete cascade, created_at timestamptz, updated_at timestamptz);
create table storage.buckets (
  id text primary key, name text unique, owner uuid, owner_id text, public boolean default false, avif_autodetection boolean default false,
  file_size_limit bigint, allowed_mime_types text[], type text, created_at timestamptz default now(), updated_at timestamptz default now()
);
create table storage.objects (
  id uuid primary key default gen_random_uuid(), bucket_id text references storage.buckets, name text, owner uuid, owner_id text, metadata jsonb,
  path_tokens text[], version text, user_metadata jsonb, created_at timestamptz default now(), updated_at timestamptz default now(),
  last_accessed_at timestamptz default now()
);
alter table storage.buckets enable row level security; alter table storage.objects enable row level security;
create function storage.foldername(name text) returns text[] language sql immutable
  as $$ select (string_to_array(name, '/'))[1:cardinality(string_to_array(name, '/')) - 1] $$;
create function storage.filename(name text) returns text language sql immutable as $$ select split_part(name, '/', -1) $$;
create function storage.extension(name text) returns text language sql immutable as $$ select split_part(name, '.', -1) $$;
grant all on storage.buckets, storage.objects to anon, authenticated, service_role;
create table realtime.messages (id uuid primary key default gen_random_uuid(), topic text, extension text, payload jsonb, event text, private boolean);
alter table realtime.messages enable row level security;
create function realtime.topic() returns text language sql stable as $$ select nullif(current_setting('realtime.topic', true), '') $$;
create publication supabase_realtime;
alter default privileges in schema public grant all on tables to anon, authenticated, service_role;
alter default privileges in schema public grant all on functions to anon, authenticated, service_role;
alter default privileges in schema public grant all on sequences to anon, authenticated, service_role;
create table supabase_migrations.schema_migrations (version text primary key, statements text[], name text);
set check_function_bodies = off; set search_path = public, extensions;
`;

/** Those of its extensions that every PostgreSQL brings, where they are installed. */
export const supabaseExtensions = `
create extension if not exists "uuid-ossp" schema extensions; create extension if not exists pgcrypto schema extensions;
grant execute on all functions in schema extensions to anon, authenticated, service_role;
`;
