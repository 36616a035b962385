// Targets that mean harm, through the whole program: no hang, no growth, nothing of theirs acts in a terminal or a page, the right exit codes.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, createServer as createSocketServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { selfSigned } from '../../checks/evidence/http/testing-certificate.ts';
import { launchgate } from '../testing/launchgate.ts';

const scratch = mkdtempSync(join(tmpdir(), 'launchgate-hostile-'));
const open: { close(): void }[] = [];
afterAll(() => {
  for (const each of open) each.close();
  rmSync(scratch, { recursive: true, force: true });
});

async function listening(server: Server, scheme = 'http'): Promise<string> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => sockets.add(socket));
  open.push({
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  return `${scheme}://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}

// What it took of memory stands last on stderr, in MiB.
const watched = `data:text/javascript,process.on('exit',()=>process.stderr.write('\\npeak '+Math.round(process.resourceUsage().maxRSS/1024)))`;
const settings = {
  LAUNCHGATE_REQUESTS__TIMEOUT_MS: '1500',
  LAUNCHGATE_REQUESTS__PATIENCE_MS: '0',
  LAUNCHGATE_REQUESTS__BUDGET: '100',
  LAUNCHGATE_LIMITS__BODY_BYTES: '100000',
};
async function audit(url: string, ...flags: readonly string[]) {
  const ran = await launchgate(
    ['audit', '--url', url, '--no-config', '--no-color', '--skip', 'requests-time-out', '--gate', 'post-launch', ...flags],
    {
      cwd: scratch,
      env: settings,
      nodeArgs: ['--import', watched],
    },
  );
  return { ...ran, peakMiB: Number(/peak (\d+)\s*$/.exec(ran.stderr)?.[1]) };
}

const acting = '\u001b[31m\u001b]0;owned\u0007\u009b2J';
const markup = '<script>alert(1)</script><img src=x onerror=alert(1)>';

/** Well enough to be probed, and in each answer whatever a terminal or a page might act on. */
function inject(response: ServerResponse, status: number): void {
  response.setHeader('x-request-id', markup);
  response.setHeader('server', markup);
  response.setHeader('ratelimit-policy', markup);
  response.writeHead(status, { 'content-type': `application/json; ${markup.replaceAll(';', '')}` });
  response.end(
    JSON.stringify({ status: acting, detail: `${acting}${markup} at /srv/app/${markup}.ts:1:1`, db: { [`${acting}${markup}`]: acting } }),
  );
}

test('what it answers acts neither in a terminal nor in a page', async () => {
  let count = 0;
  const url = await listening(
    createServer((request, response) => {
      count += 1;
      request.resume().on('end', () => inject(response, [200, 404, 500][count % 3] ?? 200));
    }),
  );
  const page = join(scratch, 'report.html');
  const { exitCode, stdout, stderr } = await audit(url, '-f', 'text', '-f', `html=${page}`, '-f', `markdown=${join(scratch, 'report.md')}`);
  expect(exitCode).toBe(1);
  for (const text of [stdout, stderr.replace(/\npeak \d+\s*$/, '')]) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
  }
  const html = readFileSync(page, 'utf8');
  expect(html).not.toContain('<script>alert');
  expect(html).not.toContain('<img src=x');
  expect(readFileSync(join(scratch, 'report.md'), 'utf8')).not.toMatch(/(?<!`[^`\n]*)<(?:script>alert|img src=x)/);
});

test('bodies without end neither hang nor grow', async () => {
  const url = await listening(
    createServer((_, response) => {
      const pour = (): void => {
        while (!response.destroyed && response.write('a'.repeat(65_536)));
      };
      response.on('drain', pour);
      pour();
    }),
  );
  const polite = await audit(await listening(createServer((_, response) => response.writeHead(404).end())));
  const { exitCode, peakMiB } = await audit(url);
  expect([1, 2]).toContain(exitCode);
  expect(peakMiB).toBeLessThan(polite.peakMiB + 200);
});

test('a redirect elsewhere is not followed', async () => {
  let asked = 0;
  const stranger = await listening(
    createServer((_, response) => {
      asked += 1;
      response.end();
    }),
  );
  const url = await listening(createServer((_, response) => response.writeHead(307, { location: `${stranger}/latest/meta-data` }).end()));
  expect([1, 2]).toContain((await audit(url)).exitCode);
  expect(asked).toBe(0);
});

test.each([
  ['a server that never answers', () => createSocketServer(() => {})],
  ['invalid HTTP', () => createSocketServer((socket) => socket.on('error', () => {}).end('HTTP/9.9 yes\r\n\u0000\r\n\r\n'))],
  ['headers without end', () => createSocketServer((socket) => flood(socket))],
])('%s: nothing could be checked, told in one line, with 2', async (_, server) => {
  const { exitCode, stderr } = await audit(await listening(server()));
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/answered none of \d+ requests: .+|could not be reached/);
});

function flood(socket: Socket): void {
  socket.on('error', () => {});
  socket.write('HTTP/1.1 200 OK\r\n');
  const timer = setInterval(() => socket.writable && socket.write(`x-${'a'.repeat(4_000)}: b\r\n`), 1);
  socket.on('close', () => clearInterval(timer));
}

describe('certificates', () => {
  const { made, keyFile, certificateFile } = selfSigned(scratch, 'other.example');
  test.skipIf(!made)('one that nobody vouches for ends it with 2, before anything is sent', async () => {
    let asked = 0;
    const server = createSecureServer({ key: readFileSync(keyFile), cert: readFileSync(certificateFile) }, (_, response) => {
      asked += 1;
      response.end();
    });
    const { exitCode, stderr } = await audit(await listening(server, 'https'));
    expect([exitCode, asked]).toEqual([2, 0]);
    expect(stderr).toContain('its TLS certificate or handshake is not in order');
  });
});
