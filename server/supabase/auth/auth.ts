// The auth half of the endpoint: sign up, sign in, refresh, who am I, sign out. Addresses are taken as confirmed.
import { createPrivateKey } from 'node:crypto';
import { type JSONWebKeySet, SignJWT } from 'jose';
import { z } from 'zod';
import type { Database } from '../database.ts';
import type { Caller } from '../rest/rest.ts';
import { AuthError } from './auth-error.ts';
import { hashed, isPassword } from './passwords.ts';
import { type AuthUser, type Session, Users } from './users.ts';

export interface AuthSettings {
  /** PKCS#8 PEM of the key whose public half is in the key set. */
  readonly signingKey: string;
  readonly keySet: JSONWebKeySet;
  readonly issuer: string;
}
export interface AuthRequest {
  /** `POST /signup`, `POST /token?grant_type=password` … */
  readonly route: string;
  readonly body: string;
  readonly caller: Caller;
}
export interface AuthAnswer {
  readonly status: number;
  readonly body: unknown;
}
export type Auth = (request: AuthRequest) => Promise<AuthAnswer>;

const TOKEN_S = 3_600;
const credentials = z.object({
  email: z
    .email()
    .max(320)
    .transform((email) => email.toLowerCase()),
  password: z.string().max(500),
  data: z.record(z.string(), z.unknown()).nullish(),
});
const refreshing = z.object({ refresh_token: z.string().min(1).max(200) });

export function authOver(database: Database, settings: AuthSettings): Auth {
  const users = new Users(database);
  const session = async (opened: Session): Promise<AuthAnswer> => ({ status: 200, body: await sessionBody(opened, settings) });

  const routes: Readonly<Record<string, (request: AuthRequest) => Promise<AuthAnswer>>> = {
    'POST /signup': async ({ body }) => {
      const { email, password, data } = read(credentials, body);
      if (password.length < 6) throw new AuthError(422, 'weak_password', 'Password should be at least 6 characters.');
      const user = await users.add(email, await hashed(password), data ?? {});
      if (user === undefined) throw new AuthError(422, 'user_already_exists', 'User already registered');
      return session(await users.open(user));
    },
    'POST /token?grant_type=password': async ({ body }) => {
      const { email, password } = read(credentials, body);
      const known = await users.byEmail(email);
      const right = await isPassword(password, known?.passwordHash);
      if (known === undefined || !right) throw new AuthError(400, 'invalid_credentials', 'Invalid login credentials');
      return session(await users.open(known.user));
    },
    'POST /token?grant_type=refresh_token': async ({ body }) => {
      const opened = await users.refresh(read(refreshing, body).refresh_token);
      if (opened === undefined) throw new AuthError(400, 'refresh_token_not_found', 'Invalid Refresh Token: Refresh Token Not Found');
      return session(opened);
    },
    'GET /user': async ({ caller }) => {
      const user = await users.byId(subjectOf(caller));
      if (user === undefined) throw new AuthError(403, 'user_not_found', 'User from sub claim in JWT does not exist');
      return { status: 200, body: userBody(user) };
    },
    'POST /logout': async ({ caller }) => {
      await users.closeAll(subjectOf(caller));
      return { status: 204, body: undefined };
    },
  };
  return async (request) => {
    const handle = routes[request.route];
    if (handle === undefined) throw new AuthError(404, 'not_found', 'This is not offered here');
    return handle(request);
  };
}

function subjectOf({ claims }: Caller): string {
  const subject = z.guid().safeParse(claims.sub);
  if (!subject.success) throw new AuthError(401, 'no_authorization', 'This endpoint requires a valid Bearer token');
  return subject.data;
}

function read<S extends z.ZodType>(schema: S, body: string): z.output<S> {
  try {
    return schema.parse(JSON.parse(body));
  } catch {
    throw new AuthError(400, 'validation_failed', 'The request cannot be read');
  }
}

async function sessionBody({ user, sessionId, refreshToken }: Session, { signingKey, keySet, issuer }: AuthSettings): Promise<object> {
  const accessToken = await new SignJWT({
    role: 'authenticated',
    email: user.email,
    session_id: sessionId,
    aal: 'aal1',
    is_anonymous: false,
    user_metadata: user.user_metadata,
  })
    .setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid: keySet.keys[0]?.kid ?? '' })
    .setSubject(user.id)
    .setIssuer(issuer)
    .setAudience('authenticated')
    .setIssuedAt()
    .setExpirationTime(`${TOKEN_S}s`)
    .sign(createPrivateKey(signingKey));
  return {
    access_token: accessToken,
    token_type: 'bearer',
    expires_in: TOKEN_S,
    expires_at: Math.floor(Date.now() / 1_000) + TOKEN_S,
    refresh_token: refreshToken,
    user: userBody(user),
  };
}

function userBody({ id, email, user_metadata, created_at }: AuthUser): object {
  const app_metadata = { provider: 'email', providers: ['email'] };
  return {
    id,
    aud: 'authenticated',
    role: 'authenticated',
    email,
    email_confirmed_at: created_at,
    app_metadata,
    user_metadata,
    identities: [],
    created_at,
  };
}
