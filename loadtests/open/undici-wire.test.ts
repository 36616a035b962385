// HTTP/2 and TLS against real servers, with a certificate made on this machine for this test.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createSecureServer } from 'node:http2';
import { createServer } from 'node:https';
import type { Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { selfSigned } from '../../checks/evidence/http/testing-certificate.ts';
import { openWire } from './open-wire.ts';
import type { Transport, Wire, WireOutcome } from './wire.ts';

const scratch = mkdtempSync(join(tmpdir(), 'launchgate-wire-'));
const { made, keyFile, certificateFile } = selfSigned(scratch, 'backend.test', 'DNS:backend.test');
const servers: Server[] = [];
const wires: Wire[] = [];
afterAll(async () => {
  for (const wire of wires) await wire.close();
  for (const server of servers) server.close();
  rmSync(scratch, { recursive: true });
});

async function wireTo(server: Server, transport: Transport): Promise<Wire> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const origin = `https://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const wire = openWire({ origin, connections: 50, timeoutMs: 20_000, transport });
  wires.push(wire);
  return wire;
}
const ask = (wire: Wire) =>
  new Promise<WireOutcome>((resolve) => void wire.send({ method: 'GET', path: '/', headers: {}, keepBody: true }, resolve));

describe.skipIf(!made)('behind TLS', () => {
  const keys = () => ({ key: readFileSync(keyFile, 'utf8'), cert: readFileSync(certificateFile, 'utf8') });
  const secure = () => createServer(keys(), (message, response) => response.end(message.httpVersion));

  it.each<[string, () => Transport]>([
    ['a certificate that is vouched for, by its name', () => ({ ca: keys().cert, serverName: 'backend.test' })],
    ['any certificate where it was told so', () => ({ verify: false })],
  ])('takes %s', async (_, transport) => {
    expect(await ask(await wireTo(secure(), transport()))).toMatchObject({ status: 200, body: '1.1' });
  });

  it.each<[string, () => Transport]>([
    ['a certificate that nobody vouches for', () => ({ serverName: 'backend.test' })],
    ['a certificate of another name', () => ({ ca: keys().cert, serverName: 'other.test' })],
  ])('does not take %s', async (_, transport) => {
    expect(await ask(await wireTo(secure(), transport()))).toEqual({ problem: 'connection failed' });
  });

  it('shows its own certificate where one is asked for', async () => {
    const { key, cert } = keys();
    const asks = () =>
      createServer({ ...keys(), ca: cert, requestCert: true, rejectUnauthorized: true }, (_, response) => response.end('welcome'));
    expect(await ask(await wireTo(asks(), { verify: false, certificate: cert, key }))).toMatchObject({ body: 'welcome' });
    expect(await ask(await wireTo(asks(), { verify: false }))).toMatchObject({ problem: 'connection failed' });
  });

  it('sends many requests over one connection of HTTP/2', async () => {
    let sessions = 0;
    let open = 0;
    let most = 0;
    const server = createSecureServer(keys(), (message, response) => {
      open += 1;
      most = Math.max(most, open);
      setTimeout(() => {
        open -= 1;
        response.end(message.httpVersion);
      }, 50);
    });
    server.on('session', () => {
      sessions += 1;
    });
    const wire = await wireTo(server, { http2: true, verify: false });
    expect((await ask(wire)).body).toBe('2.0');
    const all = await Promise.all(Array.from({ length: 20 }, () => ask(wire)));
    expect(all.map(({ status, body }) => [status, body])).toEqual(Array(20).fill([200, '2.0']));
    expect([sessions, most > 5]).toEqual([1, true]);
  });
});
