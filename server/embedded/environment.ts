// Makes what the embedded mode starts with: keys of this machine only, in the shapes of the real ones, and a token key.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { SignJWT } from 'jose';

// In the shape of a hosted project's name. Nothing is ever sent there: it names the issuer of our own tokens.
const project = 'embeddedtrainingplan';

export interface EmbeddedFiles {
  readonly environmentFile: string;
  readonly signingKeyFile: string;
}

export function embeddedFiles(folder: string): EmbeddedFiles {
  return { environmentFile: join(resolve(folder), 'embedded.env'), signingKeyFile: join(resolve(folder), 'embedded-signing-key.pem') };
}

/** Writes both files, readable by their owner alone; nothing in them opens anything outside this machine. */
export async function prepareEmbedded(folder: string): Promise<EmbeddedFiles> {
  const files = embeddedFiles(folder);
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const environment = {
    NODE_ENV: 'development',
    EMBEDDED: 'true',
    EMBEDDED_SIGNING_KEY_FILE: files.signingKeyFile,
    OPENAI_API_KEY: `sk-${randomBytes(24).toString('hex')}`,
    SUPABASE_URL: `https://${project}.supabase.co`,
    SUPABASE_ANON_KEY: await projectKey('anon'),
    SUPABASE_SERVICE_ROLE_KEY: await projectKey('service_role'),
    ALLOWED_ORIGINS: 'http://localhost:8081',
    HOST: '127.0.0.1',
  };
  await mkdir(resolve(folder), { recursive: true });
  await writeFile(files.signingKeyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  const lines = Object.entries(environment).map(([name, value]) => `${name}=${value}\n`);
  await writeFile(files.environmentFile, lines.join(''), { mode: 0o600 });
  return files;
}

async function projectKey(role: string): Promise<string> {
  return new SignJWT({ ref: project, role })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer('supabase')
    .setIssuedAt()
    .setExpirationTime('10y')
    .sign(randomBytes(32));
}
