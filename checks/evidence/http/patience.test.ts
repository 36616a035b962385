import { expect, test } from 'vitest';
import type { Exchange, Probe } from '../../model.ts';
import { gatherHttp } from './gather.ts';
import { createPatience, waitIn } from './patience.ts';
import { json, serve } from './testing.ts';

const answer = (status: number, headers: Readonly<Record<string, string>>): Exchange => ({
  kind: 'http',
  request: { kind: 'request', method: 'GET', url: 'http://api.test/', curl: 'curl' },
  status,
  headers: Object.entries(headers),
  body: '',
  bodyTruncated: false,
  durationMs: 1,
  canaryIn: [],
  secretsSeen: [],
});

test.each([
  [{ 'retry-after': '7' }, 7_000],
  [{ 'retry-after': new Date(Date.now() - 5_000).toUTCString() }, 0],
  [{ ratelimit: '"client";r=0;t=12, "costly";r=0;t=30' }, 30_000],
  [{ 'x-ratelimit-reset': '9' }, 9_000],
  [{ 'retry-after': 'soon' }, undefined],
  [{}, undefined],
])('%j: %s ms', (headers, ms) => {
  expect(waitIn({ headers: Object.entries(headers) })).toBe(ms);
});

test('it waits as long as it may in all, once for requests refused together, and for nothing else than a rate limit', async () => {
  const held: number[] = [];
  const patience = createPatience(2_000, (until) => held.push(until), undefined);
  const soon = answer(429, { 'retry-after': '0' });
  expect(await Promise.all([patience.outwaits(soon), patience.outwaits(soon), patience.outwaits(soon)])).toEqual([true, true, true]);
  expect(patience.waitedMs()).toBeLessThan(1_000);
  expect(held.length).toBeGreaterThan(0);
  expect(await patience.outwaits(answer(429, { 'retry-after': '60' }))).toBe(false);
  expect(await patience.outwaits(answer(503, { 'retry-after': '0' }))).toBe(false);
  expect(await patience.outwaits(answer(429, {}))).toBe(false);
});

const probes = (count: number): Readonly<Record<string, Probe>> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`p${index}`, { kind: 'http', class: 'passive', route: 'missing' } satisfies Probe]),
  );
const allAnswered = (count: number) => Array.from({ length: count }, () => ({ found: expect.objectContaining({ status: 200 }) }));

test('a target that asks everybody to slow down is asked again, and nothing is missing', async () => {
  let count = 0;
  let until = Number.POSITIVE_INFINITY;
  const { url, close } = await serve((_, response) => {
    count += 1;
    if (count === 8) until = performance.now() + 900;
    if (count < 8 || performance.now() > until) return json(response, 200, {});
    return json(response, 429, {}, { 'retry-after': '1' });
  });
  try {
    const gathered = await gatherHttp({ baseUrl: url, probes: { check: probes(12) }, config: { ratePerSecond: 1_000 } });
    if ('missing' in gathered) throw new Error(gathered.missing);
    expect(Object.values(gathered.found.evidenceFor('check').exchanges)).toEqual(allAnswered(12));
    expect(gathered.found.waitedMs).toBeGreaterThan(1_000);
  } finally {
    close();
  }
});

// Elsewhere a machine has one loopback address.
test.skipIf(process.platform !== 'linux')(
  'a limit for each client is not waited for where this machine has further addresses',
  async () => {
    const sent = new Map<string | undefined, number>();
    const { url, close } = await serve((request, response) => {
      const from = request.socket.remoteAddress;
      sent.set(from, (sent.get(from) ?? 0) + 1);
      return json(response, (sent.get(from) ?? 0) > 8 ? 429 : 200, {}, { 'retry-after': '60' });
    });
    try {
      const gathered = await gatherHttp({ baseUrl: url, probes: { check: probes(30) }, config: { ratePerSecond: 1_000 } });
      if ('missing' in gathered) throw new Error(gathered.missing);
      const { exchanges, all } = gathered.found.evidenceFor('check');
      expect(Object.values(exchanges)).toEqual(allAnswered(30));
      expect(gathered.found.waitedMs).toBe(0);
      expect(gathered.found.spokenOver).toMatch(/from \d addresses of this machine/);
      expect(all.at(-1)?.request.curl).toContain('--interface 127.0.0.');
    } finally {
      close();
    }
  },
);
