// The Supabase project the server talks to: a hosted one, or the embedded one of this machine. Only its address differs.
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import type { Config } from '../config/config.ts';
import { outbound } from '../outbound.ts';

export interface Project {
  /** With the public key: for calls that bring their user's own token. */
  readonly forUsers: SupabaseClient;
  /** With the service key, which row-level security does not bind: for work of the server itself. */
  readonly forServer: SupabaseClient;
  /** Ends the connections it holds. */
  close(): Promise<void>;
}

export function connectProject(url: string, config: Config): Project {
  const { fetch, close } = outbound({ connections: config.STORE_CONNECTIONS, timeoutMs: config.STORE_TIMEOUT_MS });
  const client = (key: string) =>
    createClient(url, key, {
      // One layer decides about repeats, and that is not this one: its own would take seven seconds.
      db: { retry: false, timeout: config.STORE_TIMEOUT_MS },
      auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
      // No session of its own: each call says for whom it is.
      accessToken: () => Promise.resolve(null),
      global: { fetch },
    });
  return {
    forUsers: client(config.SUPABASE_ANON_KEY),
    forServer: client(config.SUPABASE_SERVICE_ROLE_KEY),
    close,
  };
}
