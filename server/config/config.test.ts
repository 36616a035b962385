import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { embeddedEnvironment } from '../testing/started-server.ts';
import { readConfig } from './config.ts';
import { exampleText } from './example.ts';

describe('.env.example', () => {
  it('is what the schema says (npm run example -w server)', async () => {
    expect(await readFile(new URL('../.env.example', import.meta.url), 'utf8')).toBe(exampleText());
  });
});

describe('the configuration', () => {
  it('has the defaults of the checklist', async () => {
    const { environment } = await embeddedEnvironment();
    expect(readConfig({ ...environment, HOST: '' })).toMatchObject({
      config: {
        OPENAI_MODEL: 'gpt-4',
        OPENAI_TEMPERATURE: 0.7,
        PREMIUM_TIER_ENABLED: true,
        FALLBACK_TO_FREE: true,
        PLAYBOOK_CONTEXT_MATCHING_ENABLED: false,
        DEBUG: false,
        HOST: '0.0.0.0',
        PORT: 8000,
        LOG_LEVEL: 'INFO',
      },
    });
  });

  it('names each variable that is missing', async () => {
    const { environment } = await embeddedEnvironment();
    for (const name of ['OPENAI_API_KEY', 'SUPABASE_URL', 'SUPABASE_ANON_KEY', 'SUPABASE_SERVICE_ROLE_KEY', 'ALLOWED_ORIGINS']) {
      expect(readConfig({ ...environment, [name]: undefined })).toEqual({ problems: [{ variable: name, message: 'is missing' }] });
    }
    expect(readConfig({ ...environment, EMBEDDED_SIGNING_KEY_FILE: '' })).toMatchObject({
      problems: [{ variable: 'EMBEDDED_SIGNING_KEY_FILE' }],
    });
  });

  it('names each variable that is wrong, and shows no value', async () => {
    const { environment } = await embeddedEnvironment();
    const wrong = {
      PORT: 'canary-port',
      SUPABASE_URL: 'ftp://canary.supabase.co',
      OPENAI_API_KEY: 'canary',
      ALLOWED_ORIGINS: 'https://canary.example,*',
      SUPABASE_ANON_KEY: environment.SUPABASE_SERVICE_ROLE_KEY,
      SUPABASE_SERVICE_ROLE_KEY: environment.SUPABASE_ANON_KEY,
      LOG_LEVEL: 'CANARY',
      DEBUG: 'canary',
      OPENAI_TEMPERATURE: '3',
      HEADERS_TIMEOUT_MS: '40000',
    };
    for (const [name, value] of Object.entries(wrong)) {
      const read = readConfig({ ...environment, [name]: value });
      expect(read).toMatchObject({ problems: [{ variable: name }] });
      expect(JSON.stringify(read)).not.toMatch(/canary|eyJ/i);
    }
    const all = readConfig({ ...environment, ...wrong });
    expect('problems' in all && new Set(all.problems.map(({ variable }) => variable))).toEqual(new Set(Object.keys(wrong)));
  });

  it('refuses in production what is for development', async () => {
    const { environment } = await embeddedEnvironment();
    const read = readConfig({ ...environment, NODE_ENV: 'production', DEBUG: 'true' });
    expect('problems' in read && read.problems.map(({ variable }) => variable)).toEqual(['EMBEDDED', 'DEBUG', 'ALLOWED_ORIGINS']);
    const insecure = readConfig({ ...environment, NODE_ENV: 'production', SUPABASE_URL: 'http://canary.example' });
    expect(insecure).toMatchObject({ problems: expect.arrayContaining([{ variable: 'SUPABASE_URL', message: 'is no https URL' }]) });
  });

  it('refuses the keys of another project', async () => {
    const { environment } = await embeddedEnvironment();
    const read = readConfig({ ...environment, SUPABASE_URL: 'https://anotherprojectofours.supabase.co' });
    expect(read).toMatchObject({ problems: [{ variable: 'SUPABASE_ANON_KEY' }, { variable: 'SUPABASE_SERVICE_ROLE_KEY' }] });
  });

  it('takes the legacy secret only whole and only on purpose', async () => {
    const { environment } = await embeddedEnvironment();
    const problems = (more: Readonly<Record<string, string>>) => {
      const read = readConfig({ ...environment, ...more });
      return 'problems' in read ? read.problems.map(({ variable }) => variable) : [];
    };
    expect(problems({ ALLOW_LEGACY_HS256: 'true' })).toEqual(['SUPABASE_JWT_SECRET']);
    expect(problems({ ALLOW_LEGACY_HS256: 'true', SUPABASE_JWT_SECRET: 'short' })).toEqual(['SUPABASE_JWT_SECRET']);
  });
});
