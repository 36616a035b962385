import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import pino from 'pino';
import { expect, it, vi } from 'vitest';
import { embeddedKeySet } from '../auth/keys.ts';
import { copyTemplate } from '../testing/databases.ts';
import { embeddedEnvironment } from '../testing/started-server.ts';
import { startProject } from './project.ts';

it('comes back at its address with all it had, when its thread dies', { timeout: 60_000 }, async () => {
  const { folder, environment } = await embeddedEnvironment();
  await copyTemplate(join(folder, 'database', 'postgres'));
  const { SUPABASE_ANON_KEY: anonKey = '', SUPABASE_SERVICE_ROLE_KEY: serviceKey = '', EMBEDDED_SIGNING_KEY_FILE: file = '' } = environment;
  const keys = { anonKey, serviceKey, keySet: await embeddedKeySet(file), issuer: 'http://issuer.test/auth/v1' };
  const project = await startProject({ folder: join(folder, 'database'), port: 0, keys }, pino({ level: 'silent' }));
  const documents = `${project.url}/rest/v1/ai_exercises`;
  const headers = { apikey: serviceKey, 'Content-Type': 'application/json', Prefer: 'return=representation' };
  const kept = await fetch(documents, { method: 'POST', headers, body: '{"name":"Kept"}' });
  expect(kept.status).toBe(201);
  await project.kill();
  const names = await vi.waitUntil(
    async () => {
      const answer = await fetch(`${documents}?select=name`, { headers }).catch(() => undefined);
      return answer?.status === 200 && answer.text();
    },
    { timeout: 40_000, interval: 100 },
  );
  expect(names).toContain('Kept');
  await project.stop();
  await rm(folder, { recursive: true });
});
