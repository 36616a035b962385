import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startEndpoint, type TestEndpoint, worlds } from '../../testing/endpoint.ts';
import { fillProbe } from '../../testing/probe-rows.ts';

describe.each(worlds)('functions over $world', ({ start, skipped }) => {
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

  describe('functions', () => {
    it('with defaults', async () => {
      expect((await endpoint.adas.rpc('add', { a: 1, b: 2 })).data).toBe(3);
      expect((await endpoint.adas.rpc('add', { a: 1 })).data).toBe(11);
    });
    it('called by GET', async () => expect((await endpoint.adas.rpc('add', { a: 4, b: 5 }, { get: true })).data).toBe(9));
    it('that give JSON as it is', async () => {
      const value = { a: [1, 'two', null], b: { c: 'it\'s "quoted"' } };
      expect((await endpoint.adas.rpc('echo', { value })).data).toEqual(value);
    });
    it('that give values, rows or nothing', async () => {
      expect((await endpoint.adas.rpc('names', { prefix: 'a' })).data).toEqual(['alpha']);
      expect((await endpoint.adas.rpc('pairs')).data).toEqual([
        { one: 1, two: 'a' },
        { one: 2, two: 'b' },
      ]);
      expect(await endpoint.adas.rpc('nothing')).toMatchObject({ status: 204, data: null, error: null });
    });
    it('whose rows are filtered, ordered and cut', async () => {
      const { data } = await endpoint.adas
        .rpc('probes_of', { at_least: 1 })
        .select('name')
        .lte('small', 2)
        .order('small', { ascending: false })
        .limit(1);
      expect(data).toEqual([{ name: 'beta' }]);
    });
    it('that do not exist, or not with these arguments', async () => {
      expect(await endpoint.adas.rpc('no_such')).toMatchObject({ status: 404, error: { code: 'PGRST202' } });
      expect(await endpoint.adas.rpc('add', { a: 1, c: 2 })).toMatchObject({ status: 404, error: { code: 'PGRST202' } });
      expect(await endpoint.adas.rpc('add')).toMatchObject({ status: 404, error: { code: 'PGRST202' } });
    });
    it('that raise a status or an error', async () => {
      expect(await endpoint.adas.rpc('teapot')).toMatchObject({
        status: 418,
        error: { code: 'PT418', message: 'short', details: 'stout' },
      });
      expect(await endpoint.adas.rpc('fails')).toMatchObject({ status: 400, error: { code: 'P0001', message: 'not like this' } });
    });
    it('called by many at once the first time', async () => {
      const all = await Promise.all(Array.from({ length: 20 }, () => endpoint.client(endpoint.anonKey, undefined).rpc('pairs')));
      expect(all.every(({ data }) => data?.length === 2)).toBe(true);
    });
  });

  it('embedding is refused, unknown tables and columns are named', async () => {
    expect((await endpoint.adas.from('child').select('id,probe(name)')).error?.code).toBe('PGRST200');
    expect(await endpoint.adas.from('no_such').select()).toMatchObject({ status: 404, error: { code: 'PGRST205' } });
    expect(await probe().select('no_such')).toMatchObject({ status: 400, error: { code: '42703' } });
  });
});
