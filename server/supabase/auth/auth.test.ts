import { createClient } from '@supabase/supabase-js';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEndpoint, type TestEndpoint, worlds } from '../../testing/endpoint.ts';

describe.each(worlds)('users over $world', ({ start, skipped }) => {
  if (skipped !== undefined) return it.skip(skipped);
  let endpoint: TestEndpoint;
  beforeAll(async () => {
    endpoint = await startEndpoint(start);
  });
  afterAll(async () => {
    await endpoint.stop();
    expect(endpoint.reports).toEqual([]);
  });
  const device = () => createClient(endpoint.url, endpoint.anonKey, { auth: { persistSession: false, autoRefreshToken: false } });
  const email = 'ada@example.test';
  const password = `${'long'}-enough-1`;

  it('sign up, and their token opens their own rows', async () => {
    const app = device();
    const { data, error } = await app.auth.signUp({ email, password, options: { data: { nickname: 'ada' } } });
    expect([error, data.user?.user_metadata]).toEqual([null, { nickname: 'ada' }]);
    expect((await app.from('probe').insert({ name: 'mine' })).error).toBeNull();
    expect((await app.from('probe').select('owner').single()).data).toEqual({ owner: data.user?.id });
    const keySet = createRemoteJWKSet(new URL('/auth/v1/.well-known/jwks.json', endpoint.url));
    const rules = { issuer: endpoint.issuer, audience: 'authenticated', algorithms: ['ES256'] };
    const { payload } = await jwtVerify(data.session?.access_token ?? '', keySet, rules);
    expect(payload).toMatchObject({ sub: data.user?.id, role: 'authenticated', email });
  });

  it('sign up once, and with a password worth the name', async () => {
    expect((await device().auth.signUp({ email: email.toUpperCase(), password })).error?.code).toBe('user_already_exists');
    expect((await device().auth.signUp({ email: 'b@example.test', password: 'short' })).error).not.toBeNull();
    expect((await device().auth.signUp({ email: 'no address', password })).error?.code).toBe('validation_failed');
  });

  it('sign in with their password and no other, and nobody learns who exists', async () => {
    const app = device();
    expect((await app.auth.signInWithPassword({ email, password })).error).toBeNull();
    expect((await app.auth.getUser()).data.user?.email).toBe(email);
    const wrong = [
      device().auth.signInWithPassword({ email, password: 'another-one' }),
      device().auth.signInWithPassword({ email: 'nobody@example.test', password }),
    ];
    for (const { error } of await Promise.all(wrong))
      expect([error?.code, error?.message]).toEqual(['invalid_credentials', 'Invalid login credentials']);
  });

  it('refresh once with each token; a second use ends the session', async () => {
    const app = device();
    const { data } = await app.auth.signInWithPassword({ email, password });
    const old = data.session?.refresh_token ?? '';
    const renewed = await app.auth.refreshSession({ refresh_token: old });
    expect(renewed.error).toBeNull();
    expect(renewed.data.session?.refresh_token).not.toBe(old);
    expect((await device().auth.refreshSession({ refresh_token: old })).error).not.toBeNull();
    expect((await device().auth.refreshSession({ refresh_token: renewed.data.session?.refresh_token ?? '' })).error).not.toBeNull();
  });

  it('sign out, and their refresh tokens are worth nothing', async () => {
    const app = device();
    const { data } = await app.auth.signInWithPassword({ email, password });
    expect((await app.auth.signOut()).error).toBeNull();
    expect((await device().auth.refreshSession({ refresh_token: data.session?.refresh_token ?? '' })).error).not.toBeNull();
  });

  it('are seen by nobody through the REST half', async () => {
    expect((await endpoint.service.from('users').select()).status).toBe(404);
    expect((await endpoint.service.schema('auth').from('users').select()).status).toBe(404);
  });
});
