import type { IncomingMessage, RequestListener } from 'node:http';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { expect, test } from 'vitest';
import { askLive, json, told } from '../../evidence/http/testing.ts';
import check from './check.ts';

const limitBytes = 200_000;
const config = {
  routes: {
    any: { method: 'GET', path: '/items' },
    'json-post': { method: 'POST', path: '/items' },
    health: { method: 'GET', path: '/healthz' },
  },
  limits: { bodyBytes: limitBytes },
};
class TooLarge extends Error {}

async function read(request: IncomingMessage, { most, unpack }: Reader): Promise<string> {
  if (Number(request.headers['content-length'] ?? 0) > most) throw new TooLarge();
  const encoding = unpack ? request.headers['content-encoding'] : undefined;
  const stream = encoding === 'gzip' ? request.pipe(createGunzip()) : encoding === 'br' ? request.pipe(createBrotliDecompress()) : request;
  let text = '';
  for await (const chunk of stream) {
    text += chunk;
    if (text.length > most) throw new TooLarge();
  }
  return text;
}
interface Reader {
  readonly most: number;
  readonly unpack: boolean;
  readonly declaredOnly?: boolean;
  readonly walk?: boolean;
}
const depthOf = (value: unknown): number => (Array.isArray(value) ? 1 + Math.max(0, ...value.map(depthOf)) : 0);

function reading(reader: Reader): RequestListener {
  return async (request, response) => {
    if (request.method !== 'POST') return json(response, 200, []);
    try {
      const text = await read(request, reader);
      const value: unknown = JSON.parse(text);
      if (reader.walk === true) depthOf(value);
      return json(response, 422, { title: 'Unprocessable Content' });
    } catch (error) {
      if (error instanceof TooLarge) return json(response, 413, { title: 'Content Too Large' }, { connection: 'close' });
      return json(response, error instanceof RangeError ? 500 : 400, { title: 'Bad Request' });
    }
  };
}
const sound: Reader = { most: limitBytes, unpack: true };

test('limits that hold for every kind of body, headers and URLs pass', async () => {
  const answer = await askLive(check, reading(sound), { config });
  expect(told(answer)).toMatch(
    /length declared is (?:refused|cut).*in chunks is (?:refused|cut).*gzip bomb.*brotli bomb.*96 KiB is refused with 431/s,
  );
  expect(answer).toMatchObject({ verdict: 'pass' });
});

test('a server that unpacks nothing passes too', async () => {
  const answer = await askLive(check, reading({ ...sound, unpack: false }), { config });
  expect(answer).toMatchObject({ verdict: 'pass' });
  expect(told(answer)).toContain('is not unpacked');
});

test('no limit at all fails for each kind', async () => {
  const answer = await askLive(check, reading({ most: Number.POSITIVE_INFINITY, unpack: true }), {
    config,
    server: { maxHeaderSize: 400_000 },
  });
  expect(answer).toMatchObject({ verdict: 'fail', findings: { length: 6 } });
  expect(told(answer)).toMatch(
    /length declared is read whole.*in chunks is read whole.*gzip bomb.*unpacked whole.*brotli bomb.*unpacked whole.*header.*taken.*URL.*taken/s,
  );
});

test('a limit on what is declared alone is got round by chunks', async () => {
  const listener: RequestListener = (request, response) => {
    const declared = Number(request.headers['content-length'] ?? 0) > limitBytes;
    return reading({ most: declared ? 1 : Number.POSITIVE_INFINITY, unpack: false })(request, response);
  };
  const answer = await askLive(check, listener, { config });
  expect(answer).toMatchObject({ verdict: 'fail', findings: [{ message: expect.stringContaining('in chunks') }] });
});

test('a limit on what arrives alone is got round by a bomb', async () => {
  const listener: RequestListener = (request, response) => {
    const packed = request.headers['content-encoding'] !== undefined;
    return reading({ most: packed ? Number.POSITIVE_INFINITY : limitBytes, unpack: true })(request, response);
  };
  const answer = await askLive(check, listener, { config });
  expect(told(answer)).toMatch(/^a gzip bomb .* is unpacked whole and answered with 422\na brotli bomb/);
});

test('what is walked to its depth breaks', async () => {
  expect(told(await askLive(check, reading({ ...sound, walk: true }), { config }))).toContain('40 000 lists deep is answered with 500');
});

test('a route that refuses before it reads shows nothing, one that reads first does', async () => {
  const early: RequestListener = (request, response) => (request.method === 'POST' ? json(response, 401, {}) : json(response, 200, []));
  const large = { config: { ...config, limits: { bodyBytes: 12_000_000 } } };
  expect(await askLive(check, early, large)).toMatchObject({ verdict: 'inconclusive', because: expect.stringContaining('a valid token') });
  const late: RequestListener = async (request, response) => {
    if (request.method !== 'POST') return json(response, 200, []);
    await read(request, { most: Number.POSITIVE_INFINITY, unpack: false });
    return json(response, 401, {});
  };
  expect(told(await askLive(check, late, large))).toMatch(/is read whole before it is refused with 401/);
});

test('without a route that takes JSON nothing is shown', async () => {
  expect(await askLive(check, (_, response) => json(response, 200, []))).toMatchObject({
    verdict: 'inconclusive',
    because: expect.stringContaining('routes.jsonPost'),
  });
});
