import { expect, test } from 'vitest';
import { formsOf, keep } from './keep.ts';

const secret = `s3cret-${'piece-'.repeat(8)}end-of-it`;
const password = ['corr3ct', 'horse'].join('-');
const rules = {
  knownSecrets: new Map([
    ['SERVICE_KEY', secret],
    ['DATABASE_URL', `postgres://me:${password}@db.test/x`],
    ['DB_USER_PASSWORD', 'postgres'],
  ]),
  sentSecrets: new Map([['TOKEN', 'the-token-that-was-sent']]),
  bodyCap: 200,
};
const kept = (body: string, headers: readonly (readonly [string, string])[] = []) =>
  keep({ headers, body, bodyTruncated: false }, 'canary1', rules);

test.each([
  ['as it is', `x ${secret} y`, 'SERVICE_KEY'],
  ['in base64', Buffer.from(secret).toString('base64'), 'SERVICE_KEY'],
  ['its end alone', `…${secret.slice(-24)}`, 'SERVICE_KEY'],
  ['the password of a URL', `auth failed with ${password}`, 'DATABASE_URL'],
])('a secret is seen %s', (_, body, name) => {
  expect(kept(body).secretsSeen).toEqual([name]);
  expect(kept('', [['X-Debug', body]]).secretsSeen).toEqual([name]);
});

test('a plain word that is somebody’s password tells nothing, and what was sent is no find', () => {
  expect(kept('{"database":"postgres","you":"the-token-that-was-sent"}')).toMatchObject({
    secretsSeen: [],
    body: expect.stringContaining('"you":"[TOKEN]"'),
  });
  expect(formsOf('postgres')).toEqual([]);
  expect(formsOf('postgres://me:half%20a%40percent1@db.test/x')).toContain('half a@percent1');
  expect(formsOf('postgres://me:100%sure1234@db.test/x')).toContain('100%sure1234');
});

test('a secret that lies across the cap leaves no beginning behind', () => {
  const { body, bodyTruncated } = kept(`${'a'.repeat(190)}${secret}`);
  expect(bodyTruncated).toBe(true);
  expect(body).toBe(`${'a'.repeat(190)}[SERVICE_K`);
});

test('the canary is found in body and headers', () => {
  expect(kept('canary1', [['Location', '/?q=canary1']]).canaryIn).toEqual(['body', 'headers']);
  expect(kept('canary2').canaryIn).toEqual([]);
});
