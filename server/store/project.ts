// The Supabase project the server talks to: a hosted one, or the embedded one of this machine. Only its address differs.
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { Agent, fetch as boundedFetch } from 'undici';
import type { Config } from '../config/config.ts';

export interface Project {
  /** With the public key: for calls that bring their user's own token. */
  readonly forUsers: SupabaseClient;
  /** With the service key, which row-level security does not bind: for work of the server itself. */
  readonly forServer: SupabaseClient;
  /** Ends the connections it holds. */
  close(): Promise<void>;
}

export function connectProject(url: string, config: Config): Project {
  const agent = new Agent({
    connections: config.STORE_CONNECTIONS,
    connect: { timeout: config.STORE_TIMEOUT_MS },
    headersTimeout: config.STORE_TIMEOUT_MS,
    bodyTimeout: config.STORE_TIMEOUT_MS,
  });
  const client = (key: string) =>
    createClient(url, key, {
      // One layer decides about repeats, and that is not this one: its own would take seven seconds.
      db: { retry: false, timeout: config.STORE_TIMEOUT_MS },
      auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
      // No session of its own: each call says for whom it is.
      accessToken: () => Promise.resolve(null),
      global: { fetch: fetchWith(agent) },
    });
  return {
    forUsers: client(config.SUPABASE_ANON_KEY),
    forServer: client(config.SUPABASE_SERVICE_ROLE_KEY),
    close: () => agent.destroy(),
  };
}

/** The library asks with an address, headers and a text; its `fetch` and ours are of different packages and share no more. */
function fetchWith(dispatcher: Agent): typeof fetch {
  return (input, { method = 'GET', headers, body, signal } = {}) =>
    boundedFetch(input instanceof Request ? input.url : input, {
      method,
      headers: [...new Headers(headers)],
      body: typeof body === 'string' ? body : null,
      signal: signal ?? null,
      dispatcher,
    });
}
