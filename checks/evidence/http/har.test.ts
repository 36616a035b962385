// The archive of real exchanges: as the official schema wants it, and without anybody's credentials.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { archiveOf } from './har.ts';
import { settingsOf } from './options.ts';
import { createSender, type Outgoing } from './send.ts';

const word = (): string => `opaque${crypto.getRandomValues(Buffer.alloc(12)).toString('hex')}`;
const [token, session, key, password] = [word(), word(), word(), word()];
const target = createServer((request, response) => {
  if (request.url === '/moved') {
    response.writeHead(302, { location: '/elsewhere' }).end();
    return;
  }
  response.setHeader('set-cookie', [`sid=${session}; HttpOnly; Path=/`, 'theme=dark']);
  response.writeHead(request.url === '/long' ? 599 : 200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ said: 'x'.repeat(request.url === '/long' ? 100_000 : 3), key }));
});
let baseUrl = '';
beforeAll(async () => {
  await new Promise<void>((done) => target.listen(0, '127.0.0.1', done));
  const address = target.address();
  baseUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});
afterAll(() => void target.close());

const outgoing = (more: Partial<Outgoing>): Outgoing => ({ method: 'GET', path: '/', query: '', headers: [], body: undefined, ...more });

async function archive(): Promise<string> {
  const settings = settingsOf({
    baseUrl,
    probes: {},
    config: { headers: { 'X-Api-Key': key } },
    knownSecrets: new Map([['DB_PASSWORD', password]]),
  });
  const sender = createSender(settings);
  sender.hide(token, 'TOKEN');
  sender.hide(key, 'X_API_KEY');
  const post = { method: 'POST', headers: [['content-type', 'application/json']] as const, body: JSON.stringify({ password }) };
  await sender.send(outgoing({ path: '/a', query: `q=1&token=${token}`, headers: [['authorization', `Bearer ${token}`]] }));
  await sender.send(outgoing({ path: '/b', ...post }));
  await sender.send(outgoing({ path: '/long', ...post, body: `"${'y'.repeat(9_000)}"`, headers: [['cookie', `sid=${session}`]] }));
  await sender.send(outgoing({ path: '/moved' }));
  await sender.close();
  return JSON.stringify(archiveOf(sender.all, '0.0.0'));
}

const schemas = z.record(z.string(), z.record(z.string(), z.unknown())).parse(createRequire(import.meta.url)('har-schema'));

test('it is an HTTP archive as the schema has it, and no credential stands in it', async () => {
  const text = await archive();
  const ajv = new Ajv({ strict: false });
  formats.default(ajv);
  for (const { $schema: _, ...schema } of Object.values(schemas)) ajv.addSchema(schema);
  const validate = ajv.getSchema('har.json#');
  expect(validate?.(JSON.parse(text)), JSON.stringify(validate?.errors)).toBe(true);
  for (const secret of [token, session, key, password]) expect(text).not.toContain(secret);
  const entries: { request: { url: string; postData?: object }; response: { status: number } }[] = JSON.parse(text).log.entries;
  expect(entries.map(({ response }) => response.status)).toEqual([200, 200, 599, 302]);
  expect(entries[0]).toMatchObject({
    request: {
      url: `${baseUrl}/a?q=1&token=$TOKEN`,
      headers: expect.arrayContaining([
        { name: 'authorization', value: 'Bearer $TOKEN' },
        { name: 'x-api-key', value: '$X_API_KEY' },
      ]),
      queryString: [
        { name: 'q', value: '1' },
        { name: 'token', value: '$TOKEN' },
      ],
    },
    response: { headers: expect.arrayContaining([{ name: 'set-cookie', value: 'sid=[redacted]; HttpOnly; Path=/' }]) },
  });
  expect(entries[1]?.request.postData).toEqual({ mimeType: 'application/json', text: '{"password":"$DB_PASSWORD"}' });
  expect(entries[2]).toMatchObject({ request: { postData: { comment: 'cut' } }, response: { content: { comment: 'cut' } } });
});

test('a schema that is not held is noticed', () => {
  const ajv = new Ajv({ strict: false });
  formats.default(ajv);
  for (const { $schema: _, ...schema } of Object.values(schemas)) ajv.addSchema(schema);
  expect(ajv.getSchema('har.json#')?.({ log: { version: '1.2', creator: { name: 'x', version: '1' }, entries: [{}] } })).toBe(false);
});
