// Load runs against real servers on this machine: well, slow, refusing, hanging, closing and dead ones.
import { createServer, type RequestListener } from 'node:http';
import { createServer as createSocketServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { LoadEvidence } from '../checks/model.ts';
import { type LoadRequest, runLoad } from './run.ts';

const running: Server[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await new Promise((resolve) => server.close(resolve));
});

async function listen(server: Server): Promise<string> {
  running.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}/`;
}

const serve = (listener: RequestListener) => listen(createServer(listener));
const request = (url: string, changes: Partial<LoadRequest> = {}): LoadRequest => ({
  url,
  connections: 4,
  warmUpSeconds: 0,
  durationSeconds: 1,
  timeoutSeconds: 5,
  expectedStatuses: [200],
  budget: { p99Ms: 250, failedShare: 0.01 },
  ...changes,
});

async function found(load: LoadRequest): Promise<LoadEvidence> {
  const gathered = await runLoad(load);
  if ('missing' in gathered) throw new Error(gathered.missing);
  return gathered.found;
}

describe('a load run', () => {
  it('measures a server of 20 ms within a few, and leaves the warm-up out', async () => {
    const started = performance.now();
    let answers = 0;
    const url = await serve((_, response) => {
      answers += 1;
      const coldStart = performance.now() - started < 500 ? 400 : 20;
      setTimeout(() => response.end('ok'), coldStart);
    });
    const evidence = await found(request(url, { warmUpSeconds: 1 }));
    expect(evidence.p50Ms).toBeGreaterThanOrEqual(19);
    expect(evidence.p50Ms).toBeLessThan(45);
    expect(evidence.p99Ms).toBeLessThan(400);
    expect(evidence.warmUpMs).toBeGreaterThan(900);
    expect(evidence.requests).toBeLessThan(answers);
    expect(evidence.requests).toBeGreaterThan(50);
    expect(evidence.statuses).toEqual({ '200': evidence.requests });
    expect(evidence.failedShare).toBe(0);
  });

  it.each([429, 503, 302])('counts answers of %i as failed', async (status) => {
    const url = await serve((_, response) => response.writeHead(status).end());
    const evidence = await found(request(url, { durationSeconds: 0.5 }));
    expect(evidence.requests).toBeGreaterThan(0);
    expect(evidence.failedShare).toBe(1);
    expect(evidence.statuses).toEqual({ [status]: evidence.requests });
  });

  it('sends the given headers, and keeps secrets of the URL out of the evidence', async () => {
    const url = await serve((message, response) => response.writeHead(message.headers.authorization === 'Bearer t' ? 200 : 401).end());
    const evidence = await found(request(`${url}plan?token=unguessable`, { durationSeconds: 0.5, headers: { authorization: 'Bearer t' } }));
    expect(evidence.failedShare).toBe(0);
    expect(JSON.stringify(evidence)).not.toContain('unguessable');
  });

  it('counts a server that never answers as failed, and its waiting as latency', async () => {
    const url = await serve(() => {});
    const evidence = await found(request(url, { durationSeconds: 2.2 }));
    expect(evidence.failedShare).toBeGreaterThanOrEqual(0.5);
    expect(evidence.statuses.timeout).toBeGreaterThanOrEqual(4);
    expect(evidence.p99Ms).toBeGreaterThan(1_000);
  });

  it('sees the one connection in four that hangs', async () => {
    let hanging: number | undefined;
    const url = await serve((message, response) => {
      hanging ??= message.socket.remotePort;
      if (message.socket.remotePort !== hanging) setTimeout(() => response.end('ok'), 20);
    });
    const evidence = await found(request(url, { durationSeconds: 2 }));
    expect(evidence.statuses.timeout).toBe(1);
    expect(evidence.failedShare).toBeGreaterThan(0);
    expect(evidence.failedShare).toBeLessThan(0.1);
  });

  it('does not let a pause hide behind the connections that wait for it', async () => {
    const began = performance.now();
    const url = await serve((_, response) => {
      const elapsed = performance.now() - began;
      setTimeout(() => response.end('ok'), elapsed > 500 && elapsed < 1_000 ? 1_000 - elapsed : 0);
    });
    const evidence = await found(request(url, { durationSeconds: 2 }));
    // Four of some thousand answers took so long; a quarter of the time did.
    expect(evidence.requests).toBeGreaterThan(200);
    expect(evidence.p99Ms).toBeGreaterThan(250);
  });

  it('blames nobody for connections that the server closes politely', async () => {
    const url = await serve((_, response) => response.writeHead(200, { Connection: 'close' }).end('ok'));
    const evidence = await found(request(url, { durationSeconds: 0.5 }));
    expect(evidence.requests).toBeGreaterThan(10);
    expect(evidence.failedShare).toBe(0);
  });

  it('counts connections that end without an answer, and gives up on a server that does nothing else', async () => {
    const url = await listen(createSocketServer((socket) => socket.resume().end()));
    const started = performance.now();
    const evidence = await found(request(url, { durationSeconds: 20 }));
    expect(evidence.failedShare).toBe(1);
    expect(evidence.doubts[0]?.because).toContain('no request got an answer');
    expect(performance.now() - started).toBeLessThan(15_000);
  });

  it('brings nothing from a dead port', async () => {
    const server = createSocketServer();
    const url = await listen(server);
    await new Promise((resolve) => running.pop()?.close(resolve));
    expect(await runLoad(request(url))).toMatchObject({ missing: expect.stringContaining('nothing answers at 127.0.0.1') });
  });

  it.each<[string, Partial<LoadRequest>, string]>([
    ['another machine', { url: 'https://api.example.com/' }, 'only sent to this machine'],
    ['no URL', { url: 'somewhere' }, 'no http or https URL'],
    ['no connections', { connections: 0 }, 'between 1 and'],
    ['no time', { durationSeconds: 0 }, 'must be positive'],
  ])('refuses %s', async (_, changes, because) => {
    expect(await runLoad(request('http://127.0.0.1:9/', changes))).toEqual({ missing: expect.stringContaining(because) });
  });

  it('stops when it is interrupted', async () => {
    const url = await serve((_, response) => response.end('ok'));
    const started = performance.now();
    const gathered = await runLoad(request(url, { durationSeconds: 30, signal: AbortSignal.timeout(300) }));
    expect(gathered).toEqual({ missing: 'the load run was interrupted' });
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
