import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startEndpoint, type TestEndpoint, worlds } from '../../testing/endpoint.ts';
import { fillProbe, found } from '../../testing/probe-rows.ts';
import { ada, bob, signed } from '../../testing/tokens.ts';

describe.each(worlds)('rights over $world', ({ start, skipped }) => {
  if (skipped !== undefined) return it.skip(skipped);
  let endpoint: TestEndpoint;
  beforeAll(async () => {
    endpoint = await startEndpoint(start);
  });
  afterAll(async () => {
    await endpoint.stop();
    expect(endpoint.reports).toEqual([]);
  });
  beforeEach(() => fillProbe(endpoint));
  const probe = () => endpoint.adas.from('probe');
  const table = () => probe().select('name').order('small');

  describe('row-level security', () => {
    it('runs as the role and with the claims of the caller', async () => {
      expect((await endpoint.adas.rpc('whoami')).data).toEqual({ uid: ada, role: 'authenticated', user: 'authenticated' });
      expect((await endpoint.service.rpc('whoami')).data).toEqual({ uid: null, role: 'service_role', user: 'service_role' });
      expect((await endpoint.anon.rpc('whoami')).data).toEqual({ uid: null, role: 'anon', user: 'anon' });
    });
    it('shows nobody what is another’s', async () => {
      expect(await found(endpoint.bobs.from('probe').select('name'))).toEqual([]);
      expect(await found(endpoint.anon.from('probe').select('name'))).toEqual([]);
      expect(await found(endpoint.service.from('probe').select('name'))).toHaveLength(3);
    });
    it('lets nobody change what is another’s', async () => {
      expect((await endpoint.bobs.from('probe').update({ small: 0 }).gte('small', 0).select('id')).data).toEqual([]);
      expect((await endpoint.bobs.from('probe').delete().gte('small', 0).select('id')).data).toEqual([]);
      expect(await found(table())).toHaveLength(3);
    });
    it('lets nobody write in another’s name', async () => {
      expect(await endpoint.bobs.from('probe').insert({ name: 'spoofed', owner: ada })).toMatchObject({
        status: 403,
        error: { code: '42501' },
      });
      expect((await endpoint.bobs.from('probe').upsert({ name: 'alpha', small: 0 }, { onConflict: 'name' })).status).toBe(403);
    });
    it('refuses what no right was given for', async () => {
      expect(await endpoint.adas.from('locked').select()).toMatchObject({ status: 403, error: { code: '42501' } });
      expect(await endpoint.anon.from('locked').select()).toMatchObject({ status: 401, error: { code: '42501' } });
      expect(await endpoint.adas.from('jobs').select()).toMatchObject({ status: 403 });
      expect(await endpoint.adas.rpc('claim_job', { lease_seconds: 1 })).toMatchObject({ status: 403 });
      expect(await endpoint.anon.from('user_profiles').select()).toMatchObject({ status: 401 });
    });
    it('keeps roles apart when calls are many and mixed', async () => {
      const callers = Array.from(
        { length: 60 },
        (_, index) => [endpoint.adas, endpoint.bobs, endpoint.service, endpoint.anon][index % 4] ?? endpoint.anon,
      );
      const users = await Promise.all(callers.map(async (caller) => (await caller.rpc('whoami')).data));
      expect(users.map(({ user }) => user)).toEqual(
        callers.map((_, index) => ['authenticated', 'authenticated', 'service_role', 'anon'][index % 4]),
      );
      expect(users.map(({ uid }) => uid)).toEqual(callers.map((_, index) => [ada, bob, null, null][index % 4]));
    });
    it('takes no token that is forged, expired or for somebody else', async () => {
      const tokens = [
        await signed(
          { sub: ada, role: 'authenticated' },
          { issuer: endpoint.issuer, key: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey },
        ),
        await signed({ sub: ada, role: 'authenticated' }, { issuer: endpoint.issuer, key: endpoint.key, expires: 1_000 }),
        await signed({ sub: ada, role: 'service_role' }, { issuer: endpoint.issuer, key: endpoint.key }),
        await signed({ sub: ada, role: 'authenticated' }, { issuer: 'elsewhere', key: endpoint.key }),
        await signed({ sub: ada, role: 'authenticated' }, { issuer: endpoint.issuer, key: endpoint.key, audience: 'other' }),
        (await signed({ sub: ada, role: 'authenticated' }, { issuer: endpoint.issuer, key: endpoint.key })).replace(/[^.]+$/, ''),
      ];
      for (const token of tokens) expect((await endpoint.client(endpoint.anonKey, token).from('probe').select()).status).toBe(401);
      expect((await endpoint.client('no-key-of-ours').from('probe').select()).status).toBe(401);
    });
  });

  describe('what is sent to break it', () => {
    const evil = `x'; drop table public.probe; --`;
    it('stays a value in filters, lists, trees and bodies', async () => {
      expect(await found(table().eq('name', evil))).toEqual([]);
      expect(await found(table().in('name', [evil, `${evil}, (x)`, `a\\b`]))).toEqual([]);
      expect(await found(table().like('name', evil))).toEqual([]);
      expect((await probe().insert({ name: evil, tags: [evil], details: { [evil]: evil } })).error).toBeNull();
      expect(await found(table().eq('name', evil))).toEqual([evil]);
      expect((await endpoint.adas.rpc('names', { prefix: `${evil}' or 1=1` })).data).toEqual([]);
    });
    it('is no name of a column, in whatever place', async () => {
      for (const name of ['name"; drop table probe; --', 'name)', "name'", 'probe.name', 'pg_sleep(1)', '']) {
        expect((await probe().select(`${name},name`)).error, name).not.toBeNull();
        expect((await probe().select('name').order(name)).error, name).not.toBeNull();
        expect((await probe().select('name').filter(name, 'eq', '1')).error, name).not.toBeNull();
        expect((await probe().insert({ name: 'z', [name]: 1 })).error, name).not.toBeNull();
        expect((await probe().upsert({ name: 'z' }, { onConflict: name || '"' })).error, name).not.toBeNull();
      }
      expect(await found(table())).toHaveLength(3);
    });
    it('is no operator and no cast', async () => {
      for (const operator of ['constructor', 'toString', '__proto__', 'between']) {
        expect((await endpoint.adas.from('probe').select('name').filter('name', operator, 'x')).error?.code, operator).toBe('PGRST100');
      }
      expect((await probe().select('name').filter('name', '=1 or 1=1 --', 'x')).status).toBe(400);
      expect((await probe().select('name::regclass')).error?.code).toBe('PGRST100');
      expect((await probe().select('name').filter('flag', 'is', 'null or true')).error?.code).toBe('PGRST100');
    });
    it('reaches no other schema', async () => {
      for (const name of ['pg_authid', 'pg_catalog.pg_authid', 'schema_migrations', 'auth.users']) {
        expect((await endpoint.service.from(name).select()).status, name).not.toBe(200);
      }
      expect((await endpoint.service.rpc('pg_sleep', { seconds: 5 })).error?.code).toBe('PGRST202');
      expect((await endpoint.service.rpc('set_config', { a: 1 })).error?.code).toBe('PGRST202');
    });
    it('is no number of rows', async () => {
      const url = `${endpoint.url}/rest/v1/probe?limit=1;drop`;
      expect((await fetch(url, { headers: { apikey: endpoint.serviceKey } })).status).toBe(400);
      expect((await fetch(url.replace('1;drop', '-1'), { headers: { apikey: endpoint.serviceKey } })).status).toBe(400);
    });
    it('may be no JSON, no known path and no known method', async () => {
      const base = `${endpoint.url}/rest/v1`;
      const headers = { apikey: endpoint.serviceKey, 'Content-Type': 'application/json' };
      expect((await fetch(`${base}/probe`, { method: 'POST', headers, body: '{"name":' })).status).toBe(400);
      expect((await fetch(`${base}/rpc/add`, { method: 'POST', headers, body: '[1]' })).status).toBe(400);
      expect((await fetch(`${base}/%E0%A4%A`, { headers })).status).toBe(400);
      expect((await fetch(`${base}/probe`, { method: 'PUT', headers, body: '{}' })).status).toBe(405);
    });
  });
});
