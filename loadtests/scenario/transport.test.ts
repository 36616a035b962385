// `transport` of a scenario, as a user writes it: certificates by their files, sign-ins and load over the same.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createSecureServer } from 'node:http2';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { selfSigned } from '../../checks/evidence/http/testing-certificate.ts';
import { runOpen } from '../open-run.ts';
import { inlineScenario, readScenario } from './read.ts';
import type { Scenario } from './schema.ts';

const folder = mkdtempSync(join(tmpdir(), 'launchgate-transport-'));
const at = (name: string) => join(folder, name);
const made = ['backend.test', 'client'].map((name) => selfSigned(folder, name, `DNS:${name}`));

describe.skipIf(made.some((each) => !each.made))('transport', () => {
  const seen: string[] = [];
  const read = (name: string) => readFileSync(at(name), 'utf8');
  const server = createSecureServer(
    {
      key: read('backend.test.key'),
      cert: read('backend.test.pem'),
      ca: read('client.pem'),
      requestCert: true,
      rejectUnauthorized: false,
      allowHTTP1: true,
    },
    (message, response) => {
      const by = 'authorized' in message.socket && message.socket.authorized === true ? 'client' : 'nobody';
      seen.push(`${message.url} ${message.httpVersion} ${message.headers.authorization ?? '-'} ${by}`);
      response.end('{"token":"t"}');
    },
  );
  let url = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    url = typeof address === 'object' && address !== null ? `https://127.0.0.1:${address.port}` : '';
  });
  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });
  const scenario = (transport: Scenario['transport']): Scenario => ({
    name: 'tls',
    url,
    ...(transport !== undefined && { transport }),
    auth: { users: 'people', login: { request: 'GET /login', extract: { token: 'token' } } },
    feeds: { people: { count: 1 } },
    journeys: [{ name: 'one', steps: [{ request: 'GET /load' }] }],
    stages: [{ duration: '500ms', rate: 20 }],
  });
  const run = async (transport: Scenario['transport']) => {
    seen.splice(0);
    const ready = await inlineScenario(scenario(transport), { folder, environment: {} });
    if ('problem' in ready) throw new Error(ready.problem);
    return runOpen(ready.plan);
  };

  it('is HTTP/2, by a private authority and its own certificate, for signing in too', async () => {
    const names = { ca: 'backend.test.pem', certificate: 'client.pem', key: 'client.key', serverName: 'backend.test' };
    expect(await run({ ...names, http2: true })).toMatchObject({ found: { requests: 10, failed: 0, statuses: { '200': 10 } } });
    expect([...new Set(seen)]).toEqual(['/login 2.0 - client', '/load 2.0 Bearer t client']);
    expect(await run({ verify: false })).toMatchObject({ found: { requests: 10, failed: 0 } });
    expect([...new Set(seen)]).toEqual(['/login 1.1 - nobody', '/load 1.1 Bearer t nobody']);
  });

  it('takes nobody at their word where nothing vouches for them', async () => {
    expect(await run(undefined)).toEqual({ missing: expect.stringMatching(/^auth: GET \/login: nothing answers at/) });
    expect(seen).toEqual([]);
  });

  it('is read from a file, with what flags say instead, and refused in one line', async () => {
    writeFileSync(at('tls.json'), JSON.stringify(scenario({ ca: 'backend.test.pem', serverName: 'backend.test' })));
    const ready = await readScenario(at('tls.json'), { transport: { serverName: 'other.test', http2: true } }, {});
    if ('problem' in ready) throw new Error(ready.problem);
    expect(ready.plan.transport).toEqual({ ca: read('backend.test.pem'), serverName: 'other.test', http2: true });
    const problem = async (transport: Scenario['transport'], changes: Partial<Scenario> = {}) =>
      inlineScenario({ ...scenario(transport), ...changes }, { folder, environment: {} });
    expect(await problem({ ca: 'none.pem' })).toEqual({ problem: `transport.ca: can't read ${at('none.pem')}` });
    expect(await problem({ ca: 'tls.json' })).toEqual({ problem: `transport.ca: ${at('tls.json')} is no PEM file` });
    const plain = await problem({ http2: true }, { url: 'http://127.0.0.1:9' });
    expect(plain).toEqual({ problem: 'transport.http2 is spoken over https, and 127.0.0.1:9 is http' });
  });
});
