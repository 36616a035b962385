// The one client of the database; each of its requests ends after five seconds.
import { createClient } from '@supabase/supabase-js';
import { environment } from './environment.ts';

const limitMs = 5_000;

export const database = createClient(environment.SUPABASE_URL, environment.SUPABASE_SERVICE_ROLE_KEY, {
  auth: { persistSession: false, autoRefreshToken: false },
  global: { fetch: (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(limitMs) }) },
});
