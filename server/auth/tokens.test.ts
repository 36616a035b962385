import { createHmac, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import { base64url, exportJWK, SignJWT } from 'jose';
import pino from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { portOf } from '../listen.ts';
import { ada, call, type StartedServer, signed, startServer } from '../testing/started-server.ts';
import { remoteKeys } from './keys.ts';
import { tokenVerifier } from './tokens.ts';

let server: StartedServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const claims = { sub: ada, role: 'authenticated' };
const json = (value: unknown) => base64url.encode(JSON.stringify(value));
const inAnHour = () => Math.floor(Date.now() / 1_000) + 3_600;

/** A token nobody's library would make. */
function handmade(header: object, signature: (input: string) => string): string {
  const payload = { ...claims, iss: server.issuer, aud: 'authenticated', iat: inAnHour() - 3_600, exp: inAnHour() };
  const input = `${json(header)}.${json(payload)}`;
  return `${input}.${signature(input)}`;
}
const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const hmacWithPublicKey = (input: string) =>
  createHmac('sha256', createPublicKey(server.key).export({ type: 'spki', format: 'pem' }))
    .update(input)
    .digest('base64url');
const good = () => server.token(ada);

const forged: Readonly<Record<string, () => string | Promise<string>>> = {
  garbage: () => 'not.a.token',
  'alg none': () => handmade({ alg: 'none' }, () => ''),
  'alg nOnE': () => handmade({ alg: 'nOnE' }, () => ''),
  'stripped signature': async () => (await good()).replace(/[^.]+$/, ''),
  'tampered payload': async () => (await good()).replace(/\.[^.]+\./, `.${json({ ...claims, sub: ada, exp: inAnHour() })}.`),
  'another key': () => signed(claims, { ...server, key: stranger }),
  'HS256 with the public key': () => handmade({ alg: 'HS256', typ: 'JWT' }, hmacWithPublicKey),
  'unknown kid': () =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', kid: '../../dev/null' })
      .setIssuer(server.issuer)
      .setAudience('authenticated')
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(stranger),
  expired: () => signed(claims, { ...server, expires: inAnHour() - 7_200 }),
  'not yet valid': () => signed({ ...claims, nbf: inAnHour() }, server),
  'another audience': () => signed(claims, { ...server, audience: 'anon' }),
  'another issuer': () => signed(claims, { ...server, issuer: 'https://elsewhere.example' }),
  'service role': () => signed({ ...claims, role: 'service_role' }, server),
  'no role': () => signed({ sub: ada }, server),
  'a subject that is no uuid': () => signed({ ...claims, sub: 'admin' }, server),
  'padding after its signature': async () => `${await good()}=`,
  'a tab in its signature': async () => (await good()).replace(/(?=.{9}$)/, '\t'),
  'longer than any token': async () => signed({ ...claims, filler: 'x'.repeat(5_000) }, server),
};

describe('a token', () => {
  const playbook = () => `${server.url}/api/v1/trainingplan/playbook/${ada}`;

  it('that is good is accepted, twice', async () => {
    const token = await good();
    expect((await call(playbook(), { token })).status).toBe(200);
    expect((await call(playbook(), { token })).status).toBe(200);
  });

  it('that is missing is asked for', async () => {
    const { status, headers } = await call(playbook());
    expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="training-plan"']);
  });

  for (const [what, token] of Object.entries(forged)) {
    it(`is refused: ${what}`, async () => {
      const { status, headers } = await call(playbook(), { token: await token() });
      expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="training-plan", error="invalid_token"']);
    });
  }

  it('is refused in another scheme', async () => {
    const { status } = await call(playbook(), { headers: { Authorization: `Basic ${await good()}` } });
    expect(status).toBe(401);
  });
});

describe('keys from afar', () => {
  const pair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwkOf = async (key: KeyObject, kid: string) => ({ ...(await exportJWK(key)), alg: 'ES256', kid });
  const fresh = (key: KeyObject, kid: string) =>
    new SignJWT({ ...claims, jti: String(Math.random()) })
      .setProtectedHeader({ alg: 'ES256', kid })
      .setIssuer('us')
      .setAudience('authenticated')
      .setIssuedAt()
      .setExpirationTime('30d')
      .sign(key);
  /** Serves what is in the list, and counts who asks. */
  async function startIssuer(keys: readonly object[], port = 0) {
    let fetched = 0;
    const issuer = createServer((_, response) => {
      fetched += 1;
      response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ keys }));
    });
    await new Promise<void>((resolve) => issuer.listen(port, '127.0.0.1', resolve));
    const stop = async () => {
      issuer.closeAllConnections();
      await new Promise((resolve) => issuer.close(resolve));
    };
    return { port: portOf(issuer), fetched: () => fetched, stop };
  }
  const verifierAt = (port: number) =>
    tokenVerifier({ issuer: 'us', key: { keys: remoteKeys(new URL(`http://127.0.0.1:${port}/jwks`), pino({ level: 'silent' })) } });
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('serve on for a day when they cannot be fetched again', async () => {
    const { privateKey, publicKey } = pair();
    const issuer = await startIssuer([await jwkOf(publicKey, 'one')]);
    const verify = verifierAt(issuer.port);
    const users = await Promise.all([verify(await fresh(privateKey, 'one')), verify(await fresh(privateKey, 'one'))]);
    expect([users[0].id, issuer.fetched()]).toEqual([ada, 1]);
    await issuer.stop();
    vi.advanceTimersByTime(11 * 60_000);
    await expect(verify(await fresh(privateKey, 'one'))).resolves.toEqual({ id: ada });
    vi.advanceTimersByTime(25 * 3_600_000);
    await expect(verify(await fresh(privateKey, 'one'))).rejects.toMatchObject({ status: 503 });
  });

  it('that are new are fetched; while nobody gives them, a token of theirs is not called bad, and known ones go on', async () => {
    const [old, next] = [pair(), pair()];
    const published = [await jwkOf(old.publicKey, 'one')];
    const issuer = await startIssuer(published);
    const verify = verifierAt(issuer.port);
    await verify(await fresh(old.privateKey, 'one'));
    await issuer.stop();
    vi.advanceTimersByTime(31_000);
    await expect(verify(await fresh(next.privateKey, 'two'))).rejects.toMatchObject({ status: 503 });
    await expect(verify(await fresh(next.privateKey, 'two'))).rejects.toMatchObject({ status: 503 });
    await expect(verify(await fresh(old.privateKey, 'one'))).resolves.toEqual({ id: ada });

    published.push(await jwkOf(next.publicKey, 'two'));
    const back = await startIssuer(published, issuer.port);
    vi.advanceTimersByTime(3_000);
    await expect(verify(await fresh(next.privateKey, 'two'))).resolves.toEqual({ id: ada });
    // Names that somebody makes up cost the issuer nothing.
    for (let n = 0; n < 20; n += 1)
      await expect(verify(await fresh(next.privateKey, `made-up-${n}`))).rejects.toMatchObject({ status: 401 });
    expect(back.fetched()).toBe(1);
    await back.stop();
  });
});

describe('the legacy secret', () => {
  it('verifies HS256 and nothing else', async () => {
    const legacySecret = new TextEncoder().encode('a'.repeat(32));
    const verify = tokenVerifier({ issuer: 'us', key: { legacySecret } });
    await expect(verify(await signed(claims, { issuer: 'us', key: legacySecret, alg: 'HS256' }))).resolves.toEqual({ id: ada });
    await expect(verify(await signed(claims, { issuer: 'us', key: stranger }))).rejects.toMatchObject({ status: 401 });
  });
});
