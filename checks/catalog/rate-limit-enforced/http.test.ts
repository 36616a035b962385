import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { askLive, json, told } from '../../evidence/http/testing.ts';
import check from './check.ts';

interface Limit {
  readonly most: number;
  readonly client?: (request: IncomingMessage) => string;
  readonly headers?: (left: number) => Readonly<Record<string, string>>;
  readonly opensAgain?: boolean;
}
const address = (request: IncomingMessage): string => request.socket.remoteAddress ?? '';
const believing = (request: IncomingMessage): string => String(request.headers['x-forwarded-for'] ?? address(request));

/** A limit that counts without a window: no clock decides a test. */
function limited({ most, client = address, headers = () => ({ 'retry-after': '60' }) }: Limit): RequestListener {
  const counts = new Map<string, number>();
  return (request: IncomingMessage, response: ServerResponse) => {
    if (request.url === '/healthz') return json(response, 200, { status: 'pass' });
    const id = client(request);
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    const told = headers(Math.max(0, most - count));
    return count > most
      ? json(response, 429, { title: 'Too Many Requests' }, told)
      : json(response, 200, [], 'ratelimit' in told ? told : {});
  };
}
const config = { routes: { any: { method: 'GET', path: '/items' } } };
const draft = (left: number) => ({ 'ratelimit-policy': '"client";q=30;w=60', ratelimit: `"client";r=${left};t=60`, 'retry-after': '60' });

test('a limit that fires, tells and harms nobody else passes', async () => {
  const answer = await askLive(check, limited({ most: 30, headers: draft }), { config });
  expect(answer).toMatchObject({ verdict: 'pass' });
  expect(told(answer)).toMatch(
    /refused with 429 after \d+ requests; told to wait 60 s; RateLimit-Policy "client";q=30;w=60; another address in X-Forwarded-For does not/,
  );
});

test('no limit fails, with a command that repeats it', async () => {
  const answer = await askLive(check, (_, response) => json(response, 200, []), { config });
  expect(answer).toMatchObject({ verdict: 'fail', findings: [{ place: { curl: expect.stringContaining('for i in $(seq 250)') } }] });
});

test('a limit that lets off its own machine is pressed from another address', async () => {
  const listener = limited({ most: 12 });
  const counted: RequestListener = (request, response) => {
    if (address(request).endsWith('127.0.0.1')) return json(response, 200, []);
    counts += 1;
    response.setHeader('x-ratelimit-remaining', String(Math.max(0, 12 - counts)));
    return listener(request, response);
  };
  let counts = 0;
  const answer = await askLive(check, counted, { config });
  // Where this machine has no second address, nothing is let off that could be seen.
  if (counts === 0) return;
  expect(told(answer)).toContain("refused with 429 after 13 requests from another address; this machine's own is let off");
  expect(answer).toMatchObject({ verdict: 'pass' });
});

test('a limit that believes X-Forwarded-For of anybody fails', async () => {
  const answer = await askLive(check, limited({ most: 30, client: believing }), { config });
  expect(told(answer)).toContain('gets round the limit');
});

test('a limit that believes it of a proxy on this machine alone is none the worse', async () => {
  const proxied = (request: IncomingMessage): string => (/127\.0\.0\.1$/.test(address(request)) ? believing(request) : address(request));
  const answer = await askLive(check, limited({ most: 30, client: proxied }), { config });
  // Where this machine has no second address, whom it believes can't be told apart.
  if (!told(answer).includes('another client was not tried')) expect(answer).toMatchObject({ verdict: 'pass' });
});

test('one limit for all clients together fails', async () => {
  const answer = await askLive(check, limited({ most: 30, client: () => 'all' }), { config });
  expect(told(answer)).toMatch(/one client shuts out all others|another client was not tried/);
});

test('a refusal that does not say for how long fails', async () => {
  const answer = await askLive(check, limited({ most: 30, headers: () => ({}) }), { config });
  expect(told(answer)).toContain('neither Retry-After nor RateLimit');
});

test('a refusal that does not end when it said fails, and one that does passes', async () => {
  const wait = { headers: () => ({ 'retry-after': '0' }) };
  expect(told(await askLive(check, limited({ most: 30, ...wait }), { config }))).toContain('it refuses still');
  let count = 0;
  let since: number | undefined;
  // Refuses the 21st and what follows it for less time than it says, however late we are.
  const once: RequestListener = (request, response) => {
    if (request.url === '/items' && address(request).endsWith('127.0.0.1')) count += 1;
    if (count > 20) since ??= performance.now();
    const refuse = since !== undefined && performance.now() - since < 900 && address(request).endsWith('127.0.0.1');
    return refuse ? json(response, 429, {}, { 'retry-after': '1' }) : json(response, 200, []);
  };
  const answer = await askLive(check, once, { config });
  expect(answer).toMatchObject({ verdict: 'pass' });
  expect(told(answer)).toContain('admitted again after the wait');
});

test('a limit above the usual burst is met where the target tells it', async () => {
  const listener = limited({ most: 290, headers: (left) => ({ ratelimit: `"client";r=${left};t=60` }) });
  expect(await askLive(check, listener)).toMatchObject({ verdict: 'pass' });
});

test('more requests left than may be sent is no verdict, and little is sent', async () => {
  let sent = 0;
  const listener = limited({ most: 5_000, headers: (left) => ({ ratelimit: `"client";r=${left};t=60` }) });
  const answer = await askLive(
    check,
    (request, response) => {
      sent += 1;
      listener(request, response);
    },
    { config },
  );
  expect(answer).toMatchObject({ verdict: 'inconclusive', because: expect.stringContaining('raise requests.budget') });
  expect(sent).toBeLessThan(40);
});

test('a target that breaks down under it, or has no route to press, is no verdict', async () => {
  const broken: RequestListener = (request, response) => (request.url === '/items' ? json(response, 500, {}) : json(response, 404, {}));
  expect(await askLive(check, broken, { config })).toMatchObject({ verdict: 'inconclusive', because: expect.stringContaining('500') });
  const onlyHealth: RequestListener = (request, response) => json(response, request.url === '/healthz' ? 200 : 404, {});
  expect(await askLive(check, onlyHealth)).toMatchObject({
    verdict: 'inconclusive',
    because: expect.stringContaining('health routes often have no limit'),
  });
});
