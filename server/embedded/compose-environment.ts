// `node server/embedded/compose-environment.ts [folder]`: keys of this machine and settings for server/compose.yaml, under data/compose/.
import { createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { calculateJwkThumbprint, exportJWK, SignJWT } from 'jose';

const folder = process.argv[2] ?? fileURLToPath(new URL('../data/compose', import.meta.url));
const secret = randomBytes(32);
const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const [ownerPassword, gatePassword] = [randomBytes(18).toString('hex'), randomBytes(18).toString('hex')];
const issuer = 'http://gateway:54321/auth/v1';

const jwk = await exportJWK(createPublicKey(privateKey));
const publicKey = { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'ES256', use: 'sig' };
const projectKey = (role: string) =>
  new SignJWT({ role })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer('supabase')
    .setIssuedAt()
    .setExpirationTime('1y')
    .sign(secret);
const owner = `postgres://postgres:${ownerPassword}@postgres:5432/postgres`;

const files: Readonly<Record<string, string>> = {
  'server.env': lines({
    NODE_ENV: 'development',
    SUPABASE_URL: 'http://gateway:54321',
    SUPABASE_ANON_KEY: await projectKey('anon'),
    SUPABASE_SERVICE_ROLE_KEY: await projectKey('service_role'),
    // Plans are written by rule: a model needs a key of yours.
    OPENAI_API_KEY: `sk-${randomBytes(24).toString('hex')}`,
    PREMIUM_TIER_ENABLED: 'false',
    ALLOWED_ORIGINS: 'http://localhost:8081',
    REDIS_URL: 'redis://redis:6379',
  }),
  'migrations.env': lines({ DATABASE_URL: owner }),
  'postgres.env': lines({ POSTGRES_PASSWORD: ownerPassword }),
  'authenticator.sql': `alter role authenticator with login password '${gatePassword}';\n`,
  'postgrest.env': lines({
    PGRST_DB_URI: `postgres://authenticator:${gatePassword}@postgres:5432/postgres`,
    PGRST_DB_SCHEMAS: 'public',
    PGRST_DB_ANON_ROLE: 'anon',
    PGRST_JWT_SECRET: JSON.stringify({ keys: [publicKey, { kty: 'oct', k: secret.toString('base64url'), alg: 'HS256' }] }),
  }),
  'jwks.json': JSON.stringify({ keys: [publicKey] }),
  Caddyfile: `:54321 {
  handle_path /rest/v1/* {
    reverse_proxy postgrest:3000
  }
  handle /auth/v1/.well-known/jwks.json {
    root * /srv
    rewrite * /jwks.json
    file_server
  }
}
`,
  // For embedded/token.ts, which signs tokens in place of a sign-in.
  'embedded.env': lines({ SUPABASE_URL: issuer.replace('/auth/v1', '') }),
  'embedded-signing-key.pem': String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
};
// Containers read them as users of their own; on this machine the folder keeps others out.
await mkdir(folder, { recursive: true, mode: 0o700 });
for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
process.stdout.write(`${JSON.stringify({ folder, token: `node server/embedded/token.ts <user uuid> ${folder}` })}\n`);

function lines(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}
