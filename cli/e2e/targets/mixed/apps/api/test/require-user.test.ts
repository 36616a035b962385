// A token that nobody signed; made on the spot.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeJwt, UnsecuredJWT } from 'jose';

test('an unsigned token still decodes, which is why we verify', () => {
  const token = new UnsecuredJWT({ sub: 'user-1' }).encode();
  console.log(decodeJwt(token));
  assert.equal(decodeJwt(token).sub, 'user-1');
});
