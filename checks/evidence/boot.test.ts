// Boot gathering against real services: what starts, where it listens, what it leaves behind.
import { execFile, execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listens, node, openWorkshop, stopsWell, type Workshop } from './boot/testing.ts';

let cwd = '';
let boot: Workshop['boot'];
let workshop: Workshop;
beforeEach(async () => {
  workshop = await openWorkshop();
  ({ cwd, boot } = workshop);
});
afterEach(() => workshop.remove());

async function freePort(): Promise<number> {
  const server = createTcpServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const { port } = addressOf(server.address());
  await new Promise((done) => server.close(done));
  return port;
}
function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address;
}
// A process that ended stays listed until its parent asks; it runs no more.
function runs(pid: number): boolean {
  try {
    const state = execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
    return !state.startsWith('Z');
  } catch {
    return false;
  }
}

test('a service is started, probed on the port it took, and stopped', async () => {
  let body = '';
  const evidence = await boot(listens + stopsWell, {
    onListening: async (url) => {
      body = await (await fetch(`${url}/items`, { headers: { connection: 'close' } })).text();
    },
  });
  expect(body).toBe('ok');
  expect(evidence.start).toMatchObject({ kind: 'listening', url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) });
  expect(evidence.stop).toMatchObject({ signal: 'SIGTERM', exitCode: 0 });
  expect(evidence.logLines.find(({ phase }) => phase === 'start')?.text).toMatch(/^listening on/);
  expect(evidence.logLines.filter(({ phase }) => phase === 'probes').map(({ text }) => text)).toContain('GET /items');
  expect(evidence.drillsMissing).toBe('drills were switched off');
});

test('the URL to wait for is believed once it is well', async () => {
  const port = await freePort();
  const program = `
    import { createServer } from 'node:http';
    const from = Date.now();
    createServer((request, response) => { response.statusCode = Date.now() - from > 700 ? 200 : 503; response.end(); }).listen(${port}, '127.0.0.1');
  `;
  const { start } = await boot(program, { waitFor: `http://127.0.0.1:${port}/readyz` });
  expect(start).toMatchObject({ kind: 'listening', url: `http://127.0.0.1:${port}` });
  expect(start.kind === 'listening' && start.afterMs).toBeGreaterThan(600);
});

test("a stranger's port is never audited", async () => {
  const stranger = createServer((_, response) => response.end('stranger')).listen(0, '127.0.0.1');
  await new Promise((done) => stranger.once('listening', done));
  const { port } = addressOf(stranger.address());
  const probed: string[] = [];
  const onListening = async (url: string) => void probed.push(url);
  try {
    const waited = await boot(listens, { waitFor: `http://127.0.0.1:${port}/`, onListening });
    expect(waited.start).toEqual({ kind: 'not-started', because: `port ${port} is already taken by another process` });
    const clash = await boot(listens, { env: { PORT: String(port) }, onListening });
    expect(clash.start).toMatchObject({ kind: 'exited', code: 1 });
    const lying = `console.log('listening on http://127.0.0.1:${port}'); setInterval(() => {}, 1000);`;
    expect((await boot(lying, { waitTimeoutMs: 600, onListening })).start.kind).toBe('timed-out');
    expect(probed).toEqual([]);
  } finally {
    stranger.close();
  }
});

test('a command that does not exist, a folder that does not, and a service that ends or never listens are told apart', async () => {
  const unknown = await boot('', { command: 'no-such-command-here --now' });
  expect(unknown.start).toMatchObject({ kind: 'exited', code: 127, lastLines: [expect.stringContaining('not found')] });
  const nowhere = await boot('', { cwd: join(cwd, 'gone') }).catch(() => undefined);
  expect(nowhere?.start).toEqual({ kind: 'not-started', because: 'the folder to start it in does not exist' });
  const ended = await boot(`console.error('broken by ' + process.env.API_SECRET); process.exit(3)`);
  expect(ended.start).toMatchObject({ kind: 'exited', code: 3, lastLines: ['broken by [API_SECRET]'] });
  const silent = await boot('setInterval(() => {}, 1000)', { waitTimeoutMs: 500 });
  expect(silent.start.kind).toBe('timed-out');
  const elsewhere = await boot(listens, { waitFor: `http://127.0.0.1:${await freePort()}/`, waitTimeoutMs: 5_000, env: { PORT: '0' } });
  // Where the machine tells who listens.
  if (process.platform === 'linux') expect(elsewhere.start).toMatchObject({ kind: 'timed-out', listensOn: [expect.any(Number)] });
  expect(silent.drillsMissing).toBe('the service does not start even with its whole environment');
});

test('what a service starts is gone afterwards, even when it left the process group', async () => {
  const program = `
    import { spawn } from 'node:child_process';
    import { writeFileSync } from 'node:fs';
    const plain = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
    const away = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true, stdio: 'ignore' });
    away.unref();
    writeFileSync('pids', plain.pid + ' ' + away.pid);
    ${listens}
  `;
  const { start } = await boot(program);
  expect(start.kind).toBe('listening');
  const pids = (await readFile(join(cwd, 'pids'), 'utf8')).split(' ').map(Number);
  expect(pids.map(runs)).toEqual([false, process.platform !== 'linux']);
});

test('a service behind a shell and a wrapper is stopped whole', async () => {
  const { start, stop } = await boot(`${listens}${stopsWell}`, { command: `cd . && ${node} server.mjs` });
  expect(start.kind).toBe('listening');
  expect(stop?.signal).toBe('SIGTERM');
  if (start.kind === 'listening') await expect(fetch(start.url)).rejects.toThrow();
});

test('SIGKILL ends what ignores SIGTERM, and a failing probe run leaves nothing behind', async () => {
  const program = `${listens} process.on('SIGTERM', () => {}); import { writeFileSync } from 'node:fs'; writeFileSync('pid', String(process.pid));`;
  const onListening = () => Promise.reject(new Error('probes broke'));
  await expect(boot(program, { onListening })).rejects.toThrow('probes broke');
  expect(runs(Number(await readFile(join(cwd, 'pid'), 'utf8')))).toBe(false);
});

test('a service that ignores SIGTERM is told to have been killed', async () => {
  const { stop } = await boot(`${listens} process.on('SIGTERM', () => {});`, { stopTimeoutMs: 300 });
  expect(stop).toMatchObject({ signal: 'SIGKILL', exitCode: null });
});

test('a service that ends while it is probed is told', async () => {
  const onListening = async (url: string) => {
    await fetch(`${url}/end`).catch(() => undefined);
  };
  const program = `${listens} server.on('request', ({ url }) => url === '/end' && process.exit(9));`;
  const evidence = await boot(program, { onListening });
  expect(evidence.start.kind).toBe('listening');
  expect(evidence.exitedWhileProbed).toEqual({ code: 9 });
});

test('an aborted run stops the service and rejects', async () => {
  const abort = new AbortController();
  setTimeout(() => abort.abort(new Error('enough')), 400);
  await expect(boot('setInterval(() => {}, 1000)', { signal: abort.signal })).rejects.toThrow('enough');
});

test('nothing is left when we are told to end ourselves', async () => {
  await writeFile(
    join(cwd, 'server.mjs'),
    `${listens} process.on('SIGTERM', () => {}); import { writeFileSync } from 'node:fs'; writeFileSync('pid', String(process.pid));`,
  );
  const program = `
    import { gatherBoot } from ${JSON.stringify(new URL('./boot.ts', import.meta.url).href)};
    await gatherBoot({ command: ${JSON.stringify(`${node} server.mjs`)}, cwd: ${JSON.stringify(cwd)}, env: {}, drills: { required: [], enabled: false },
      secrets: new Map(), onListening: async () => { process.kill(process.pid, 'SIGINT'); await new Promise((done) => setTimeout(done, 5000)); } });
  `;
  await writeFile(join(cwd, 'us.mjs'), program);
  const signal = await new Promise((done) => {
    execFile(process.execPath, [join(cwd, 'us.mjs')], (error) => done(error?.signal));
  });
  expect(signal).toBe('SIGINT');
  await sleep(50);
  expect(runs(Number(await readFile(join(cwd, 'pid'), 'utf8')))).toBe(false);
});

test('a secret that the service inherits or reads by itself is not shown', async () => {
  const own = crypto.getRandomValues(Buffer.alloc(18)).toString('base64url');
  await writeFile(join(cwd, '.env'), `SIGNING_KEY=${own}\n`);
  process.env.INHERITED_SECRET = own.toUpperCase();
  try {
    const { start } = await boot(`console.log('${own} ' + process.env.INHERITED_SECRET); process.exit(1)`);
    expect(start).toMatchObject({ lastLines: ['[SIGNING_KEY] [INHERITED_SECRET]'] });
  } finally {
    delete process.env.INHERITED_SECRET;
  }
});

test('an endless line and a flood of lines are cut, and the service goes on', async () => {
  const program = `process.stdout.write('x'.repeat(300000)); for (let i = 0; i < 3000; i += 1) console.log('\\nline ' + i);${listens}`;
  const { start, logLines, logLinesTruncated } = await boot(program);
  expect(start.kind).toBe('listening');
  expect(logLinesTruncated).toBe(true);
  expect(logLines.length).toBeLessThanOrEqual(2_000);
  expect(Math.max(...logLines.map(({ text }) => text.length))).toBe(4_096);
});

test('npm start, and a line of a Procfile, which is given a port', async () => {
  await writeFile(join(cwd, 'package.json'), JSON.stringify({ name: 'api', version: '1.0.0', scripts: { start: 'node server.mjs' } }));
  const byNpm = await boot(listens + stopsWell, { command: 'npm start' });
  expect(byNpm.start.kind).toBe('listening');
  expect(byNpm.stop?.signal).toBe('SIGTERM');
  const program = `process.env.PORT = process.argv[2]; const { default: _ } = await import('./listens.mjs');`;
  await writeFile(join(cwd, 'listens.mjs'), `${listens} export default 1;`);
  const byProcfile = await boot(program, { command: `web: ${node} server.mjs $PORT` });
  expect(byProcfile.start).toMatchObject({ kind: 'listening', url: expect.stringMatching(/:[1-9]\d+$/) });
});
