// Answers to requests that carry an Idempotency-Key, kept in the database: a repeat may reach another server, or come after a restart.
import { z } from 'zod';
import { dataOf } from '../store/answers.ts';
import type { Project } from '../store/project.ts';

const begun = z.discriminatedUnion('state', [
  z.object({ state: z.enum(['mine', 'running', 'other']) }),
  z.object({ state: z.literal('done'), status: z.number(), body: z.string() }),
]);
export type Begun = z.output<typeof begun>;

export interface IdempotencyKeys {
  /** Takes the key, or tells what became of the request that has it. */
  begin(key: { readonly userId: string; readonly key: string; readonly request: string }): Promise<Begun>;
  /** Keeps the answer for a day. */
  keep(key: string, status: number, body: string): Promise<void>;
  /** Frees the key: a repeat may try again. */
  free(key: string): Promise<void>;
}

/** A server that dies holds its keys for `leaseMs`. */
export function idempotencyKeys({ forServer }: Pick<Project, 'forServer'>, leaseMs: number): IdempotencyKeys {
  const end = async (key: string, status: number | null, body: string | null) => {
    await dataOf(forServer.rpc('end_idempotent', { for_key: key, with_status: status, with_body: body }));
  };
  return {
    begin: async ({ userId, key, request }) => {
      const given = { for_user: userId, for_key: key, for_request: request, lease_seconds: Math.ceil(leaseMs / 1_000) };
      return begun.parse(await dataOf(forServer.rpc('begin_idempotent', given)));
    },
    keep: end,
    free: (key) => end(key, null, null),
  };
}
