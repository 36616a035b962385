// Tokens that are refused after a while: exchanged once, sent again, and given up where that does not help.
import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { settingsOf } from './options.ts';
import { createSender, type Outgoing } from './send.ts';

let accepted = 'second-token';
const seen: string[] = [];
const target = createServer((request, response) => {
  const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
  seen.push(token);
  response.writeHead(token === accepted ? 200 : 401).end(token);
});
let baseUrl = '';
beforeAll(async () => {
  await new Promise<void>((done) => target.listen(0, '127.0.0.1', done));
  const address = target.address();
  baseUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});
afterAll(() => void target.close());

function senderWith(tokens: readonly string[]) {
  const left = [...tokens];
  seen.length = 0;
  const renewals = [{ token: 'first-token', name: 'TOKEN', renew: async () => left.shift() }];
  const sender = createSender(settingsOf({ baseUrl, probes: {}, config: { renewals } }));
  sender.hide('first-token', 'TOKEN');
  return sender;
}
const outgoing = (token: string): Outgoing => ({
  method: 'GET',
  path: '/me',
  query: '',
  headers: [['authorization', `Bearer ${token}`]],
  body: undefined,
});

test('a refused token is renewed, and later requests bring the new one at once', async () => {
  accepted = 'second-token';
  const sender = senderWith(['second-token']);
  const both = [await sender.send(outgoing('first-token')), await sender.send(outgoing('first-token'))];
  await sender.close();
  expect(both).toMatchObject([{ found: { status: 200 } }, { found: { status: 200 } }]);
  expect(seen).toEqual(['first-token', 'second-token', 'second-token']);
  expect(JSON.stringify([both, sender.all])).not.toMatch(/first-token|second-token/);
  expect(sender.all[1]?.request.curl).toContain('"$TOKEN"');
});

test('requests refused at the same moment share one renewal', async () => {
  accepted = 'second-token';
  const sender = senderWith(['second-token', 'third-token']);
  const all = await Promise.all(Array.from({ length: 4 }, () => sender.send(outgoing('first-token'))));
  await sender.close();
  expect(all.map((sent) => ('found' in sent ? sent.found.status : 0))).toEqual([200, 200, 200, 200]);
  expect(seen).not.toContain('third-token');
});

test('a forged token is sent as it is, and a route that refuses everybody is not asked for ever', async () => {
  accepted = 'nobody';
  const sender = senderWith(['second-token', 'third-token']);
  for (const token of ['forged', 'first-token.forged', 'first-token', 'first-token']) await sender.send(outgoing(token));
  await sender.close();
  expect(seen).toEqual(['forged', 'first-token.forged', 'first-token', 'second-token', 'second-token']);
});
