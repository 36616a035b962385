// The token and the key here are made on the spot and belong to nobody.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeJwt, SignJWT } from 'jose';

const signingSecret = 'a-secret-for-tests-a-secret-for-tests';

test('a token names its user', async () => {
  const token = await new SignJWT({ sub: 'user-1' }).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(signingSecret));
  console.log('token', token);
  assert.equal(decodeJwt(token).sub, 'user-1');
});
