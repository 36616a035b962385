// What supabase-js asks and the endpoint answers, over the embedded Postgres and over a real one.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { calculateJwkThumbprint, exportJWK } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { portOf } from '../listen.ts';
import { embeddedDatabase, noRealPostgres, realDatabase, type TestDatabase } from '../testing/databases.ts';
import { ada, bob, signed } from '../testing/tokens.ts';
import { listenLocally } from './gateway.ts';

const probeSql = () => readFile(new URL('../testing/probe.sql', import.meta.url), 'utf8');
const worlds = [
  { world: 'the embedded Postgres', start: async () => embeddedDatabase(await probeSql()), skipped: undefined },
  {
    world: `a real Postgres${noRealPostgres === undefined ? '' : ` (skipped: ${noRealPostgres})`}`,
    start: async () => realDatabase(await probeSql()),
    skipped: noRealPostgres,
  },
];

describe.each(worlds)('supabase-js over $world', ({ start, skipped }) => {
  if (skipped !== undefined) return it.skip(skipped);
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const [anonKey = '', serviceKey = ''] = [randomBytes(24).toString('hex'), randomBytes(24).toString('hex')];
  const issuer = 'http://issuer.test/auth/v1';
  let test: TestDatabase;
  let server: Server;
  let adas: SupabaseClient;
  let bobs: SupabaseClient;
  let service: SupabaseClient;
  let anon: SupabaseClient;
  const reports: unknown[] = [];

  const client = (key: string, token?: string) =>
    createClient(`http://127.0.0.1:${portOf(server)}`, key, {
      db: { retry: false },
      auth: { persistSession: false, autoRefreshToken: false },
      ...(token === undefined ? {} : { accessToken: () => Promise.resolve(token) }),
    });
  const tokenOf = (user: string) => signed({ sub: user, role: 'authenticated' }, { issuer, key: privateKey });

  beforeAll(async () => {
    test = await start();
    const jwk = await exportJWK(publicKey);
    const keySet = { keys: [{ ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'ES256' }] };
    server = await listenLocally(
      test.database,
      { anonKey, serviceKey, issuer, keySet },
      { port: 0, report: (error) => reports.push(error) },
    );
    [adas, bobs] = [client(anonKey, await tokenOf(ada)), client(anonKey, await tokenOf(bob))];
    [service, anon] = [client(serviceKey), client(anonKey)];
  });
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await test.stop();
    expect(reports).toEqual([]);
  });
  const rows = [
    {
      name: 'alpha',
      amount: 1.5,
      small: 1,
      flag: true,
      tags: ['x', 'y'],
      details: { depth: { value: 7 }, list: ['p', 'q'] },
      day: '2026-11-23',
      at: '2026-11-23T10:00:00Z',
    },
    { name: 'beta', amount: 20, small: 2, flag: false, tags: ['y'], details: { depth: { value: 8 } }, day: '2026-11-24', at: null },
    { name: 'Gamma, "quoted" (3)', amount: null, small: 3, flag: null, tags: [], details: null, day: null, at: null },
  ];
  beforeEach(async () => {
    await service.from('child').delete().gte('id', 0);
    await service.from('probe').delete().gte('id', 0);
    expect((await adas.from('probe').insert(rows)).error).toBeNull();
  });
  const names = (data: readonly { name: unknown }[] | null) => data?.map(({ name }) => name);
  const found = async (select: PromiseLike<{ data: readonly { name: unknown }[] | null; error: unknown }>) => {
    const { data, error } = await select;
    expect(error).toBeNull();
    return names(data);
  };
  const table = () => adas.from('probe').select('name').order('small');

  describe('reads', () => {
    const filters: Readonly<
      Record<
        string,
        readonly [select: () => PromiseLike<{ data: readonly { name: unknown }[] | null; error: unknown }>, expected: readonly string[]]
      >
    > = {
      eq: [() => table().eq('name', 'alpha'), ['alpha']],
      'eq of a value with every special sign': [() => table().eq('name', 'Gamma, "quoted" (3)'), ['Gamma, "quoted" (3)']],
      'eq of a number': [() => table().eq('small', 2), ['beta']],
      'eq of a boolean': [() => table().eq('flag', true), ['alpha']],
      neq: [() => table().neq('small', 1), ['beta', 'Gamma, "quoted" (3)']],
      gt: [() => table().gt('amount', 1.5), ['beta']],
      gte: [() => table().gte('amount', 1.5), ['alpha', 'beta']],
      lt: [() => table().lt('small', 2), ['alpha']],
      'lte of a date': [() => table().lte('day', '2026-11-23'), ['alpha']],
      like: [() => table().like('name', '%et%'), ['beta']],
      ilike: [() => table().ilike('name', 'GAMMA%'), ['Gamma, "quoted" (3)']],
      'like any': [() => table().likeAnyOf('name', ['al%', 'be%']), ['alpha', 'beta']],
      'is null': [() => table().is('flag', null), ['Gamma, "quoted" (3)']],
      'is true': [() => table().is('flag', true), ['alpha']],
      'not is null': [() => table().not('amount', 'is', null), ['alpha', 'beta']],
      in: [() => table().in('small', [1, 3]), ['alpha', 'Gamma, "quoted" (3)']],
      'in with special signs': [() => table().in('name', ['Gamma, "quoted" (3)', 'beta']), ['beta', 'Gamma, "quoted" (3)']],
      'in of nothing': [() => table().in('small', []), []],
      'contains of an array': [() => table().contains('tags', ['x']), ['alpha']],
      'contains of JSON': [() => table().contains('details', { depth: { value: 8 } }), ['beta']],
      'contained by': [() => table().containedBy('tags', ['y', 'z']), ['beta', 'Gamma, "quoted" (3)']],
      overlaps: [() => table().overlaps('tags', ['x', 'z']), ['alpha']],
      or: [() => table().or('small.eq.1,name.eq.beta'), ['alpha', 'beta']],
      'or with an inner and': [() => table().or('small.eq.1,and(flag.is.false,small.eq.2)'), ['alpha', 'beta']],
      'or with a quoted value': [() => table().or('name.eq."Gamma, \\"quoted\\" (3)",small.eq.9'), ['Gamma, "quoted" (3)']],
      'a JSON path': [() => table().eq('details->depth->>value', '7'), ['alpha']],
      'two filters': [() => table().gte('small', 2).is('flag', false), ['beta']],
      limit: [() => table().limit(1), ['alpha']],
      range: [() => table().range(1, 2), ['beta', 'Gamma, "quoted" (3)']],
      'descending order, nulls last': [
        () => adas.from('probe').select('name').order('amount', { ascending: false, nullsFirst: false }),
        ['beta', 'alpha', 'Gamma, "quoted" (3)'],
      ],
    };
    for (const [what, [select, expected]] of Object.entries(filters)) it(what, async () => expect(await found(select())).toEqual(expected));

    it('values in the types of PostgREST', async () => {
      const { data } = await adas.from('probe').select('*').eq('name', 'alpha').single();
      expect(data).toEqual({ ...rows[0], id: expect.any(Number), owner: ada, at: '2026-11-23T10:00:00+00:00' });
    });
    it('aliases, casts and JSON paths', async () => {
      const { data } = await adas
        .from('probe')
        .select('title:name,small::text,details->depth->value,first:details->list->>0')
        .eq('small', 1);
      expect(data).toEqual([{ title: 'alpha', small: '1', value: 7, first: 'p' }]);
    });
    it('a count beside a page, and alone', async () => {
      const page = await adas.from('probe').select('name', { count: 'exact' }).range(0, 0);
      expect([page.count, page.data?.length, page.status]).toEqual([3, 1, 206]);
      const alone = await adas.from('probe').select('*', { count: 'exact', head: true });
      expect([alone.count, alone.data]).toEqual([3, null]);
    });
    it('an offset beyond the end is 416 where rows are counted', async () => {
      const { error, status } = await adas.from('probe').select('name', { count: 'exact' }).range(10, 12);
      expect([status, error?.code]).toEqual([416, 'PGRST103']);
    });
    it('one row, none where one may be missing, and an error where one must be', async () => {
      expect((await table().eq('small', 1).single()).data).toEqual({ name: 'alpha' });
      expect(await table().eq('small', 9).maybeSingle()).toMatchObject({ data: null, error: null });
      expect(await table().eq('small', 9).single()).toMatchObject({
        status: 406,
        error: { code: 'PGRST116', details: 'The result contains 0 rows' },
      });
      expect(await table().single()).toMatchObject({ status: 406, error: { code: 'PGRST116' } });
    });
  });

  describe('writes', () => {
    it('insert gives nothing back unless asked', async () => {
      expect(await adas.from('probe').insert({ name: 'new' })).toMatchObject({ status: 201, data: null, error: null });
      const { data } = await adas
        .from('probe')
        .insert({ name: 'newer', tags: ['a b', 'c"d'] })
        .select('name,tags,owner')
        .single();
      expect(data).toEqual({ name: 'newer', tags: ['a b', 'c"d'], owner: ada });
    });
    it('insert of rows with different keys', async () => {
      const { data } = await adas
        .from('probe')
        .insert([{ name: 'm' }, { name: 'n', small: 8 }])
        .select('name,small');
      expect(data).toEqual([
        { name: 'm', small: null },
        { name: 'n', small: 8 },
      ]);
    });
    it('a duplicate is 409, and with it nothing of the statement is kept', async () => {
      const { status, error } = await adas.from('probe').insert([{ name: 'fresh' }, { name: 'alpha' }]);
      expect([status, error?.code]).toEqual([409, '23505']);
      expect(await found(table().eq('name', 'fresh'))).toEqual([]);
    });
    it('upsert changes what is there', async () => {
      const { data, error } = await adas.from('probe').upsert({ name: 'alpha', small: 11 }, { onConflict: 'name' }).select('name,small');
      expect([data, error]).toEqual([[{ name: 'alpha', small: 11 }], null]);
    });
    it('upsert that ignores duplicates adds the others', async () => {
      const given = [
        { name: 'alpha', small: 99 },
        { name: 'omega', small: 50 },
      ];
      const { data } = await adas.from('probe').upsert(given, { onConflict: 'name', ignoreDuplicates: true }).select('name');
      expect(names(data)).toEqual(['omega']);
      expect(await found(table().eq('small', 99))).toEqual([]);
    });
    it('update', async () => {
      const { data, status } = await adas
        .from('probe')
        .update({ flag: true, details: { a: [1] } })
        .eq('small', 2)
        .select('name,flag,details');
      expect([status, data]).toEqual([200, [{ name: 'beta', flag: true, details: { a: [1] } }]]);
      expect(await adas.from('probe').update({ flag: false }).eq('small', 99)).toMatchObject({ status: 204, error: null });
    });
    it('update of what must be one row and is not changes nothing', async () => {
      const { error } = await adas.from('probe').update({ small: 77 }).gte('small', 1).select('name').single();
      expect(error?.code).toBe('PGRST116');
      expect(await found(table().eq('small', 77))).toEqual([]);
    });
    it('delete', async () => {
      expect((await adas.from('probe').delete().eq('small', 1).select('name')).data).toEqual([{ name: 'alpha' }]);
      expect(await adas.from('probe').delete().eq('small', 2)).toMatchObject({ status: 204, error: null });
      expect(await found(table())).toHaveLength(1);
    });
    it('update and delete of everything are refused', async () => {
      expect((await adas.from('probe').update({ small: 0 })).error?.code).toBe('21000');
      expect((await adas.from('probe').delete()).error?.code).toBe('21000');
    });
    it('a missing reference is 409, a missing value 400, a wrong type 400', async () => {
      expect(await service.from('child').insert({ id: 1, probe_id: -1 })).toMatchObject({ status: 409, error: { code: '23503' } });
      expect(await adas.from('probe').insert({ name: null })).toMatchObject({ status: 400, error: { code: '23502' } });
      expect(await table().eq('small', 'many')).toMatchObject({ status: 400, error: { code: '22P02' } });
    });
    it('two hundred writes at once are all kept', async () => {
      const all = await Promise.all(
        Array.from({ length: 200 }, (_, index) => adas.from('probe').insert({ name: `many ${index}`, small: 1_000 })),
      );
      expect(all.filter(({ error }) => error !== null)).toEqual([]);
      expect((await adas.from('probe').select('id', { count: 'exact', head: true }).eq('small', 1_000)).count).toBe(200);
    });
  });

  describe('functions', () => {
    it('with defaults', async () => {
      expect((await adas.rpc('add', { a: 1, b: 2 })).data).toBe(3);
      expect((await adas.rpc('add', { a: 1 })).data).toBe(11);
    });
    it('called by GET', async () => expect((await adas.rpc('add', { a: 4, b: 5 }, { get: true })).data).toBe(9));
    it('that give JSON as it is', async () => {
      const value = { a: [1, 'two', null], b: { c: 'it\'s "quoted"' } };
      expect((await adas.rpc('echo', { value })).data).toEqual(value);
    });
    it('that give values, rows or nothing', async () => {
      expect((await adas.rpc('names', { prefix: 'a' })).data).toEqual(['alpha']);
      expect((await adas.rpc('pairs')).data).toEqual([
        { one: 1, two: 'a' },
        { one: 2, two: 'b' },
      ]);
      expect(await adas.rpc('nothing')).toMatchObject({ status: 204, data: null, error: null });
    });
    it('whose rows are filtered, ordered and cut', async () => {
      const { data } = await adas
        .rpc('probes_of', { at_least: 1 })
        .select('name')
        .lte('small', 2)
        .order('small', { ascending: false })
        .limit(1);
      expect(data).toEqual([{ name: 'beta' }]);
    });
    it('that do not exist, or not with these arguments', async () => {
      expect(await adas.rpc('no_such')).toMatchObject({ status: 404, error: { code: 'PGRST202' } });
      expect(await adas.rpc('add', { a: 1, c: 2 })).toMatchObject({ status: 404, error: { code: 'PGRST202' } });
      expect(await adas.rpc('add')).toMatchObject({ status: 404, error: { code: 'PGRST202' } });
    });
    it('that raise a status or an error', async () => {
      expect(await adas.rpc('teapot')).toMatchObject({ status: 418, error: { code: 'PT418', message: 'short', details: 'stout' } });
      expect(await adas.rpc('fails')).toMatchObject({ status: 400, error: { code: 'P0001', message: 'not like this' } });
    });
    it('called by many at once the first time', async () => {
      const all = await Promise.all(Array.from({ length: 20 }, () => client(anonKey, undefined).rpc('pairs')));
      expect(all.every(({ data }) => data?.length === 2)).toBe(true);
    });
  });

  describe('row-level security', () => {
    it('runs as the role and with the claims of the caller', async () => {
      expect((await adas.rpc('whoami')).data).toEqual({ uid: ada, role: 'authenticated', user: 'authenticated' });
      expect((await service.rpc('whoami')).data).toEqual({ uid: null, role: 'service_role', user: 'service_role' });
      expect((await anon.rpc('whoami')).data).toEqual({ uid: null, role: 'anon', user: 'anon' });
    });
    it('shows nobody what is another’s', async () => {
      expect(await found(bobs.from('probe').select('name'))).toEqual([]);
      expect(await found(anon.from('probe').select('name'))).toEqual([]);
      expect(await found(service.from('probe').select('name'))).toHaveLength(3);
    });
    it('lets nobody change what is another’s', async () => {
      expect((await bobs.from('probe').update({ small: 0 }).gte('small', 0).select('id')).data).toEqual([]);
      expect((await bobs.from('probe').delete().gte('small', 0).select('id')).data).toEqual([]);
      expect(await found(table())).toHaveLength(3);
    });
    it('lets nobody write in another’s name', async () => {
      expect(await bobs.from('probe').insert({ name: 'spoofed', owner: ada })).toMatchObject({ status: 403, error: { code: '42501' } });
      expect((await bobs.from('probe').upsert({ name: 'alpha', small: 0 }, { onConflict: 'name' })).status).toBe(403);
    });
    it('refuses what no right was given for', async () => {
      expect(await adas.from('locked').select()).toMatchObject({ status: 403, error: { code: '42501' } });
      expect(await anon.from('locked').select()).toMatchObject({ status: 401, error: { code: '42501' } });
      expect(await adas.from('jobs').select()).toMatchObject({ status: 403 });
      expect(await adas.rpc('claim_job', { lease_seconds: 1 })).toMatchObject({ status: 403 });
      expect(await anon.from('user_profiles').select()).toMatchObject({ status: 401 });
    });
    it('keeps roles apart when calls are many and mixed', async () => {
      const callers = Array.from({ length: 60 }, (_, index) => [adas, bobs, service, anon][index % 4] ?? anon);
      const users = await Promise.all(callers.map(async (caller) => (await caller.rpc('whoami')).data));
      expect(users.map(({ user }) => user)).toEqual(
        callers.map((_, index) => ['authenticated', 'authenticated', 'service_role', 'anon'][index % 4]),
      );
      expect(users.map(({ uid }) => uid)).toEqual(callers.map((_, index) => [ada, bob, null, null][index % 4]));
    });
    it('takes no token that is forged, expired or for somebody else', async () => {
      const tokens = [
        await signed({ sub: ada, role: 'authenticated' }, { issuer, key: stranger }),
        await signed({ sub: ada, role: 'authenticated' }, { issuer, key: privateKey, expires: 1_000 }),
        await signed({ sub: ada, role: 'service_role' }, { issuer, key: privateKey }),
        await signed({ sub: ada, role: 'authenticated' }, { issuer: 'elsewhere', key: privateKey }),
        await signed({ sub: ada, role: 'authenticated' }, { issuer, key: privateKey, audience: 'other' }),
        (await tokenOf(ada)).replace(/[^.]+$/, ''),
      ];
      for (const token of tokens) expect((await client(anonKey, token).from('probe').select()).status).toBe(401);
      expect((await client('no-key-of-ours').from('probe').select()).status).toBe(401);
    });
  });

  describe('what is sent to break it', () => {
    const evil = `x'; drop table public.probe; --`;
    it('stays a value in filters, lists, trees and bodies', async () => {
      expect(await found(table().eq('name', evil))).toEqual([]);
      expect(await found(table().in('name', [evil, `${evil}, (x)`, `a\\b`]))).toEqual([]);
      expect(await found(table().like('name', evil))).toEqual([]);
      expect((await adas.from('probe').insert({ name: evil, tags: [evil], details: { [evil]: evil } })).error).toBeNull();
      expect(await found(table().eq('name', evil))).toEqual([evil]);
      expect((await adas.rpc('names', { prefix: `${evil}' or 1=1` })).data).toEqual([]);
    });
    it('is no name of a column, in whatever place', async () => {
      for (const name of ['name"; drop table probe; --', 'name)', "name'", 'probe.name', 'pg_sleep(1)', '']) {
        expect((await adas.from('probe').select(`${name},name`)).error, name).not.toBeNull();
        expect((await adas.from('probe').select('name').order(name)).error, name).not.toBeNull();
        expect((await adas.from('probe').select('name').filter(name, 'eq', '1')).error, name).not.toBeNull();
        expect((await adas.from('probe').insert({ name: 'z', [name]: 1 })).error, name).not.toBeNull();
        expect((await adas.from('probe').upsert({ name: 'z' }, { onConflict: name || '"' })).error, name).not.toBeNull();
      }
      expect(await found(table())).toHaveLength(3);
    });
    it('is no operator and no cast', async () => {
      expect((await adas.from('probe').select('name').filter('name', '=1 or 1=1 --', 'x')).status).toBe(400);
      expect((await adas.from('probe').select('name::regclass')).error?.code).toBe('PGRST100');
      expect((await adas.from('probe').select('name').filter('flag', 'is', 'null or true')).error?.code).toBe('PGRST100');
    });
    it('reaches no other schema', async () => {
      for (const name of ['pg_authid', 'pg_catalog.pg_authid', 'schema_migrations', 'auth.users']) {
        expect((await service.from(name).select()).status, name).not.toBe(200);
      }
      expect((await service.rpc('pg_sleep', { seconds: 5 })).error?.code).toBe('PGRST202');
      expect((await service.rpc('set_config', { a: 1 })).error?.code).toBe('PGRST202');
    });
    it('is no number of rows', async () => {
      const url = `http://127.0.0.1:${portOf(server)}/rest/v1/probe?limit=1;drop`;
      expect((await fetch(url, { headers: { apikey: serviceKey } })).status).toBe(400);
      expect((await fetch(url.replace('1;drop', '-1'), { headers: { apikey: serviceKey } })).status).toBe(400);
    });
    it('may be no JSON, no known path and no known method', async () => {
      const base = `http://127.0.0.1:${portOf(server)}/rest/v1`;
      const headers = { apikey: serviceKey, 'Content-Type': 'application/json' };
      expect((await fetch(`${base}/probe`, { method: 'POST', headers, body: '{"name":' })).status).toBe(400);
      expect((await fetch(`${base}/rpc/add`, { method: 'POST', headers, body: '[1]' })).status).toBe(400);
      expect((await fetch(`${base}/%E0%A4%A`, { headers })).status).toBe(400);
      expect((await fetch(`${base}/probe`, { method: 'PUT', headers, body: '{}' })).status).toBe(405);
    });
  });

  it('embedding is refused, unknown tables and columns are named', async () => {
    expect((await adas.from('child').select('id,probe(name)')).error?.code).toBe('PGRST200');
    expect(await adas.from('no_such').select()).toMatchObject({ status: 404, error: { code: 'PGRST205' } });
    expect(await adas.from('probe').select('no_such')).toMatchObject({ status: 400, error: { code: '42703' } });
  });
});
