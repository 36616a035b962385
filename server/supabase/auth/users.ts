// The users and refresh tokens of the embedded project, reached as the role that may see nothing else.
import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Database, Query } from '../database.ts';

const userRow = z.object({ id: z.string(), email: z.string(), user_metadata: z.record(z.string(), z.unknown()), created_at: z.string() });
export type AuthUser = z.output<typeof userRow>;
export interface Session {
  readonly user: AuthUser;
  readonly sessionId: string;
  readonly refreshToken: string;
}

const columns = `users.id::text, users.email, users.user_metadata, to_json(users.created_at)#>>'{}' as created_at`;
const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

export class Users {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Undefined when the address is taken. */
  add(email: string, passwordHash: string, metadata: object): Promise<AuthUser | undefined> {
    const sql = `insert into auth.users (email, encrypted_password, user_metadata) values ($1, $2, $3)
      on conflict (email) do nothing returning ${columns}`;
    return this.#as(async (query) => first(await query(sql, [email, passwordHash, JSON.stringify(metadata)])));
  }

  byId(id: string): Promise<AuthUser | undefined> {
    return this.#as(async (query) => first(await query(`select ${columns} from auth.users where id = $1`, [id])));
  }

  byEmail(email: string): Promise<{ readonly user: AuthUser; readonly passwordHash: string } | undefined> {
    return this.#as(async (query) => {
      const [row] = await query(`select ${columns}, encrypted_password from auth.users where email = $1`, [email]);
      return row === undefined ? undefined : { user: userRow.parse(row), passwordHash: String(row.encrypted_password) };
    });
  }

  open(user: AuthUser): Promise<Session> {
    return this.#as(async (query) => {
      const [row] = await query('select gen_random_uuid()::text as id');
      return issue(query, user, String(row?.id));
    });
  }

  /** A refresh token is good once: who brings it again gets nothing, and the session it was stolen from ends. */
  refresh(token: string): Promise<Session | undefined> {
    return this.#as(async (query) => {
      const [known] = await query(
        'select session_id::text, user_id::text, revoked from auth.refresh_tokens where token_hash = $1 for update',
        [hashOf(token)],
      );
      if (known === undefined) return undefined;
      const [sessionId, userId] = [String(known.session_id), String(known.user_id)];
      await query('update auth.refresh_tokens set revoked = true where session_id = $1', [sessionId]);
      const user = first(await query(`select ${columns} from auth.users where id = $1`, [userId]));
      return user === undefined || known.revoked === true ? undefined : issue(query, user, sessionId);
    });
  }

  async closeAll(userId: string): Promise<void> {
    await this.#as((query) => query('update auth.refresh_tokens set revoked = true where user_id = $1', [userId]));
  }

  #as<T>(work: (query: Query) => Promise<T>): Promise<T> {
    return this.#database.transaction(async (query) => {
      await query(`select set_config('role', 'supabase_auth_admin', true)`);
      return work(query);
    });
  }
}

const first = ([row]: readonly unknown[]): AuthUser | undefined => (row === undefined ? undefined : userRow.parse(row));

async function issue(query: Query, user: AuthUser, sessionId: string): Promise<Session> {
  const refreshToken = randomBytes(24).toString('base64url');
  await query('insert into auth.refresh_tokens (token_hash, session_id, user_id) values ($1, $2, $3)', [
    hashOf(refreshToken),
    sessionId,
    user.id,
  ]);
  return { user, sessionId, refreshToken };
}
