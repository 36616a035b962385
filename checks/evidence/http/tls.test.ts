// A target behind TLS, with a certificate made on this machine for this test.
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createSecureServer } from 'node:http2';
import { createServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, describe, expect, test } from 'vitest';
import type { Probe } from '../../model.ts';
import { gatherHttp } from './gather.ts';
import { selfSigned } from './testing-certificate.ts';

const scratch = mkdtempSync(join(tmpdir(), 'launchgate-tls-'));
const { made, keyFile, certificateFile } = selfSigned(scratch, 'localhost', 'DNS:localhost,IP:127.0.0.1');
const servers: Server[] = [];
afterAll(() => {
  rmSync(scratch, { recursive: true });
  for (const server of servers) server.close();
});

async function listening(server: Server): Promise<string> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  return `https://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}
const probes: Readonly<Record<string, Readonly<Record<string, Probe>>>> = {
  check: { it: { kind: 'http', class: 'passive', route: 'missing' } },
};
const gather = (baseUrl: string) => gatherHttp({ baseUrl, probes, config: { timeoutMs: 5_000 } });

describe.skipIf(!made)('behind TLS', () => {
  const options = (): { key: Buffer; cert: Buffer } => ({ key: readFileSync(keyFile), cert: readFileSync(certificateFile) });

  test('a certificate that nobody vouches for is said, and nothing is sent', async () => {
    const url = await listening(createServer(options(), (_, response) => response.end('ok')));
    expect(await gather(url)).toEqual({
      missing: expect.stringMatching(/could not be reached: its TLS certificate or handshake is not in order/),
    });
  });

  test('HTTP/1.1 is asked; that HTTP/2 is offered and was not looked at is said', async () => {
    const before = getCACertificates('default');
    setDefaultCACertificates([...before, readFileSync(certificateFile, 'utf8')]);
    try {
      const plain = await gather(await listening(createServer(options(), (_, response) => response.end('ok'))));
      expect(plain).toMatchObject({ found: { notLookedAt: [] } });
      const expiry = new Date(new X509Certificate(options().cert).validTo).toISOString().slice(0, 10);
      expect(plain).toMatchObject({ found: { spokenOver: `HTTP/1.1, TLS 1.3, a certificate that is in order until ${expiry}` } });
      const older = await gather(
        await listening(createServer({ ...options(), maxVersion: 'TLSv1.2' }, (_, response) => response.end('ok'))),
      );
      expect(older).toMatchObject({ found: { spokenOver: expect.stringMatching(/^HTTP\/1\.1, TLS 1\.2, a certificate/) } });
      const both = createSecureServer({ ...options(), allowHTTP1: true }, (_, response) => response.end('ok'));
      const offered = await gather(await listening(both));
      expect(offered).toMatchObject({ found: { notLookedAt: [expect.stringContaining('HTTP/2')] } });
      if ('found' in offered) expect(offered.found.evidenceFor('check').exchanges.it).toMatchObject({ found: { status: 200 } });
    } finally {
      setDefaultCACertificates(before);
    }
  });
});
