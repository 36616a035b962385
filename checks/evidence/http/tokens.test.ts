import { createHmac, generateKeyPairSync, randomBytes } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, jwtVerify, SignJWT } from 'jose';
import { expect, test } from 'vitest';
import type { TokenRole } from '../../model.ts';
import { type TokenKit, tokenKit } from './tokens.ts';

const forged: readonly TokenRole[] = [
  'garbage',
  'alg-none',
  'alg-none-case',
  'alg-none-upper',
  'alg-none-title',
  'signature-stripped',
  'payload-tampered',
  'wrong-key',
  'kid-injected',
  'kid-sql-injected',
  'jku-injected',
  'jwk-embedded',
  'expired',
  'not-yet-valid',
  'wrong-audience',
  'wrong-issuer',
];
const issuer = 'https://project.example/auth/v1';
const strict = { audience: 'authenticated', issuer };

function textOf(kit: TokenKit, role: TokenRole): string {
  const made = kit.make(role);
  if ('missing' in made || made.token === undefined) throw new Error(`${role} was not made`);
  return made.token;
}
const secret = randomBytes(40).toString('hex');
const keys = {
  'a shared secret': { signingKey: secret, verify: Buffer.from(secret) },
  ...Object.fromEntries(
    (['rsa', 'ec', 'ed25519'] as const).map((kind) => {
      const pair =
        kind === 'rsa'
          ? generateKeyPairSync('rsa', { modulusLength: 2048 })
          : kind === 'ec'
            ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
            : generateKeyPairSync('ed25519');
      return [kind, { signingKey: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), verify: pair.publicKey }];
    }),
  ),
};

test.each(Object.entries(keys))('with %s the valid token verifies and no forged one does', async (_, { signingKey, verify }) => {
  const kit = await tokenKit({ signingKey, issuer });
  const { payload } = await jwtVerify(textOf(kit, 'valid'), verify, strict);
  expect(payload).toMatchObject({ role: 'authenticated', sub: kit.subject });
  for (const role of forged) await expect(jwtVerify(textOf(kit, role), verify, strict), role).rejects.toThrow();
});

test('tokens with wrong claims are wrong in nothing else', async () => {
  const key = Buffer.from(secret);
  const kit = await tokenKit({ signingKey: secret, issuer });
  await expect(jwtVerify(textOf(kit, 'wrong-audience'), key, { issuer })).resolves.toBeDefined();
  await expect(jwtVerify(textOf(kit, 'wrong-issuer'), key, { audience: 'authenticated' })).resolves.toBeDefined();
  await expect(
    jwtVerify(textOf(kit, 'expired'), key, { ...strict, currentDate: new Date(Date.now() - 3 * 3_600_000) }),
  ).resolves.toBeDefined();
  await expect(
    jwtVerify(textOf(kit, 'not-yet-valid'), key, { ...strict, currentDate: new Date(Date.now() + 1.5 * 3_600_000) }),
  ).resolves.toBeDefined();
});

test('key confusion is signed with the public key as others would write it', async () => {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const pem = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const fromKey = await tokenKit({ signingKey: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() });
  const fromSet = await tokenKit({ jwks: { keys: [{ ...pair.publicKey.export({ format: 'jwk' }), kid: 'one' }] } });
  for (const kit of [fromKey, fromSet]) {
    const [header, payload, signature] = textOf(kit, 'key-confusion').split('.');
    expect(signature).toBe(createHmac('sha256', pem).update(`${header}.${payload}`).digest('base64url'));
  }
  expect((await tokenKit({ signingKey: secret })).make('key-confusion')).toMatchObject({ doesNotApply: true });
});

test('with a token alone, what it takes for the rest is said', async () => {
  const kit = await tokenKit({ token: textOf(await tokenKit({ signingKey: secret, issuer, subject: 'me' }), 'valid') });
  expect(kit.subject).toBe('me');
  expect(decodeJwt(textOf(kit, 'alg-none'))).toMatchObject({ sub: 'me', iss: issuer });
  expect(decodeJwt(textOf(kit, 'payload-tampered')).sub).not.toBe('me');
  expect(decodeProtectedHeader(textOf(kit, 'wrong-key')).alg).toBe('HS256');
  expect(kit.make('expired')).toEqual({ missing: 'the signing key is needed to sign it' });
});

test('claims that the token given lacks can not be wrong in it', async () => {
  const token = await new SignJWT({ sub: 'me' }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('1h').sign(Buffer.from(secret));
  const kit = await tokenKit({ token, signingKey: secret });
  expect(kit.make('wrong-issuer')).toMatchObject({ doesNotApply: true });
  expect(kit.make('wrong-audience')).toMatchObject({ doesNotApply: true });
  expect(kit.make('expired')).toHaveProperty('token');
});

test('with nothing, there is no valid token and there are forged ones', async () => {
  const kit = await tokenKit({});
  expect(kit.make('valid')).toMatchObject({ missing: expect.stringContaining('no valid token') });
  expect(kit.make('signature-stripped')).toMatchObject({ missing: expect.stringContaining('valid token') });
  expect(decodeJwt(textOf(kit, 'alg-none'))).toMatchObject({ role: 'authenticated' });
});

test('an expired token, a token that is none and a key that is none are named, not quoted', async () => {
  const old = textOf(await tokenKit({ signingKey: secret }), 'expired');
  expect((await tokenKit({ token: old })).make('valid')).toEqual({ missing: 'the token given has expired' });
  const opaque = await tokenKit({ token: 'abc' });
  expect(opaque.make('valid')).toEqual({ token: 'abc' });
  expect(opaque.make('payload-tampered')).toEqual({ missing: 'the token given is no JSON Web Token, so no part of it can be changed' });
  await expect(tokenKit({ signingKey: ['-----BEGIN', 'KEY-----\nabc'].join(' ') })).rejects.toThrow('no readable private key');
});

test('a subject that is no text is not written into paths', async () => {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const odd = `${part({ alg: 'HS256' })}.${part({ sub: { id: 7 } })}.${part({})}`;
  expect((await tokenKit({ token: odd })).subject).toBe('');
  expect((await tokenKit({ token: odd, subject: 'me' })).subject).toBe('me');
});
