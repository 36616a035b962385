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

test('a target that asks to slow down is asked again, and nothing is missing', async () => {
  let count = 0;
  let refused = 0;
  const { url, close } = await serve((_, response) => {
    count += 1;
    if (count !== 8) return json(response, 200, {});
    refused += 1;
    return json(response, 429, {}, { 'retry-after': '1' });
  });
  try {
    const probes = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [`p${index}`, { kind: 'http', class: 'passive', route: 'missing' } satisfies Probe]),
    );
    const gathered = await gatherHttp({ baseUrl: url, probes: { check: probes }, config: { ratePerSecond: 1_000 } });
    if ('missing' in gathered) throw new Error(gathered.missing);
    expect(refused).toBe(1);
    expect(Object.values(gathered.found.evidenceFor('check').exchanges)).toEqual(
      Array.from({ length: 12 }, () => ({ found: expect.objectContaining({ status: 200 }) })),
    );
    expect(gathered.found.waitedMs).toBeGreaterThan(1_000);
  } finally {
    close();
  }
});
