// What drills asked stands in the archive, without the credentials that they brought or were answered.

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type KeptEvidence, saveEvidence } from '../replay.ts';
import { ask } from './ask.ts';
import { recorded } from './record.ts';

const given = `given-${'value'.repeat(5)}`;
const server = createServer((request, response) => {
  request.resume();
  response.setHeader('set-cookie', `session=${given}`);
  response.end(`you are ${given}`);
});
let url = '';
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'launchgate-record-'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

test('requests of a recorded task are kept, those beside it are not', async () => {
  const headers = { authorization: `Bearer ${given}`, cookie: `session=${given}`, 'x-request-id': 'drill-1' };
  const { done, exchanges } = await recorded(
    () => new Map([['API_KEY', given]]),
    () => ask(url, { method: 'POST', path: `/a?key=${given}`, headers, body: JSON.stringify({ given }) }),
  );
  await ask(url, { method: 'GET', path: '/beside' });
  expect(done?.status).toBe(200);
  expect(exchanges).toMatchObject([
    {
      status: 200,
      body: 'you are [API_KEY]',
      sent: { body: '{"given":"[API_KEY]"}' },
      request: { method: 'POST', url: `${url}/a?key=[API_KEY]` },
    },
  ]);
  expect(exchanges[0]?.sent?.headers).toContainEqual(['x-request-id', 'drill-1']);
  const missing = { missing: 'not asked', notAsked: true } as const;
  const start = { kind: 'listening', afterMs: 1, url } as const;
  const boot = { command: 'node main.ts', start, logLines: [], logLinesTruncated: false, drills: [], exchanges };
  const evidence: KeptEvidence = {
    code: missing,
    environment: missing,
    load: missing,
    migrations: missing,
    database: missing,
    backup: missing,
    http: missing,
    boot: { found: boot },
    texts: {},
  };
  await saveEvidence(folder, evidence, {
    from: { toolVersion: '0', startedAt: '2026-01-01T00:00:00.000Z', target: {} },
    secrets: new Map(),
  });
  const archive = await readFile(join(folder, 'http.har'), 'utf8');
  expect(JSON.parse(archive)).toMatchObject({ log: { entries: [{ request: { method: 'POST' }, response: { status: 200 } }] } });
  for (const name of ['http.har', 'boot.json']) expect(await readFile(join(folder, name), 'utf8')).not.toContain(given);
});
