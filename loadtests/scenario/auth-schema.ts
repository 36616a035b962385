// How a scenario says who its requests come from: one token, a column of them, users who sign in, or tokens signed here.
import { z } from 'zod';
import { targetUrl } from '../target-url.ts';

export const name = z.string().regex(/^[A-Za-z_][A-Za-z0-9_-]*$/, 'must be a name of letters, digits, _ and -');
export const headers = z.record(z.string().regex(/^[A-Za-z0-9-]+$/), z.string());
export const request = z.string().regex(/^[A-Z]+ \/\S*$/, 'must look like "GET /path"');
/** Secrets are given by the name of the variable that holds them: a value pasted here is refused. */
const variableName = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'must be the NAME of an environment variable, not a value');

const call = z.strictObject({
  url: targetUrl.optional().describe('Where users sign in, if that is not the target'),
  request,
  headers: headers.optional(),
  body: z.json().optional().describe('Sent as JSON; {{users.email}} and {{env.NAME}} are filled in'),
  extract: z
    .record(name, z.string().min(1))
    .refine((paths) => Object.hasOwn(paths, 'token'), 'must say where the token is: { token: access_token }')
    .describe('Name to a path in the JSON answer; each is {{auth.name}} from then on, and `token` is what is sent'),
});
const jwt = z
  .strictObject({
    algorithm: z.enum(['HS256', 'RS256', 'ES256', 'EdDSA']),
    keyEnv: variableName.optional().describe('The variable that holds the key: a PKCS#8 PEM, or the shared secret of HS256'),
    keyFile: z.string().min(1).optional().describe('The file that holds it, from where the scenario lies'),
    keyId: z.string().min(1).optional(),
    claims: z.record(z.string(), z.json()).describe('{{users.id}} and {{env.NAME}} are filled in; iat and exp are set'),
    lifetime: z.string().optional().describe('A time: 15m; 1h where not said'),
  })
  .refine(({ keyEnv, keyFile }) => (keyEnv === undefined) !== (keyFile === undefined), 'needs keyEnv or keyFile, one of them');

export const auth = z
  .strictObject({
    env: variableName.optional().describe('The variable whose value is sent with every request'),
    users: name.optional().describe('The feed whose rows are the users: every journey gets the next one, with their token'),
    token: z.string().min(1).optional().describe('Their tokens, where the feed holds them: "{{users.token}}"'),
    login: call.optional().describe('How each of them signs in, before the first request'),
    refresh: call.optional().describe('How a token is renewed that was answered with 401; they sign in again where not said'),
    jwt: jwt.optional().describe('Their tokens are signed here, with a key of a test environment; renewed on 401'),
    header: z.string().min(1).optional().describe('authorization where not said'),
    scheme: z.string().optional().describe('Bearer where not said; "" for none'),
  })
  .superRefine(({ env, users, token, login, refresh, jwt: signed }, context) => {
    const sources = [env, token, login, signed].filter((each) => each !== undefined).length;
    const wrong = (message: string) => context.addIssue({ code: 'custom', message });
    if (sources !== 1) wrong('says where tokens come from in one way: env, token, login or jwt');
    else if (env === undefined && users === undefined) wrong('needs `users`, the feed whose rows sign in');
    else if (env !== undefined && users !== undefined) wrong('has one token in `env` and so no `users`');
    else if (refresh !== undefined && login === undefined) wrong('has `refresh` and so needs `login`');
  });

export type Auth = z.infer<typeof auth>;
export type AuthCall = z.infer<typeof call>;
export type AuthJwt = z.infer<typeof jwt>;
