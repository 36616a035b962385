// `node embedded/token.ts [user uuid] [folder]`: prints an access token of the embedded mode, good for an hour.
import { createPrivateKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { SignJWT } from 'jose';
import { embeddedFiles } from './environment.ts';

const user = process.argv[2] ?? '00000000-0000-4000-8000-000000000001';
const { environmentFile, signingKeyFile } = embeddedFiles(process.argv[3] ?? fileURLToPath(new URL('../data', import.meta.url)));
const { SUPABASE_URL } = parseEnv(await readFile(environmentFile, 'utf8'));
const token = await new SignJWT({ role: 'authenticated' })
  .setProtectedHeader({ alg: 'ES256', typ: 'JWT' })
  .setSubject(user)
  .setIssuer(`${SUPABASE_URL}/auth/v1`)
  .setAudience('authenticated')
  .setIssuedAt()
  .setExpirationTime('1h')
  .sign(createPrivateKey(await readFile(signingKeyFile)));
process.stdout.write(`${token}\n`);
