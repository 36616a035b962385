import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv, promisify } from 'node:util';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { expect, it } from 'vitest';
import { readConfig } from '../config/config.ts';

const script = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const runScript = promisify(execFile);

it('makes settings the server starts with, and keys that its tokens are verified with', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'training-plan-compose-'));
  await runScript(process.execPath, [script('compose-environment.ts'), folder]);
  const read = readConfig(parseEnv(await readFile(join(folder, 'server.env'), 'utf8')));
  expect(read).not.toHaveProperty('problems');
  const { stdout } = await runScript(process.execPath, [script('token.ts'), '00000000-0000-4000-8000-000000000001', folder]);
  const keys = createLocalJWKSet(JSON.parse(await readFile(join(folder, 'jwks.json'), 'utf8')));
  const { payload } = await jwtVerify(stdout.trim(), keys, { issuer: 'http://gateway:54321/auth/v1', audience: 'authenticated' });
  expect(payload.role).toBe('authenticated');
  const { PGRST_JWT_SECRET = '' } = parseEnv(await readFile(join(folder, 'postgrest.env'), 'utf8'));
  const { SUPABASE_SERVICE_ROLE_KEY = '' } = parseEnv(await readFile(join(folder, 'server.env'), 'utf8'));
  const secret = Buffer.from(JSON.parse(PGRST_JWT_SECRET).keys[1].k, 'base64url');
  const service = await jwtVerify(SUPABASE_SERVICE_ROLE_KEY, secret, { algorithms: ['HS256'] });
  expect(service.payload.role).toBe('service_role');
  await rm(folder, { recursive: true });
});
