import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startEndpoint, type TestEndpoint, worlds } from '../../testing/endpoint.ts';
import { fillProbe, found } from '../../testing/probe-rows.ts';
import { ada } from '../../testing/tokens.ts';

describe.each(worlds)('writes over $world', ({ start, skipped }) => {
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

  describe('writes', () => {
    it('insert gives nothing back unless asked', async () => {
      expect(await probe().insert({ name: 'new' })).toMatchObject({ status: 201, data: null, error: null });
      const { data } = await endpoint.adas
        .from('probe')
        .insert({ name: 'newer', tags: ['a b', 'c"d'] })
        .select('name,tags,owner')
        .single();
      expect(data).toEqual({ name: 'newer', tags: ['a b', 'c"d'], owner: ada });
    });
    it('insert of rows with different keys', async () => {
      const { data } = await endpoint.adas
        .from('probe')
        .insert([{ name: 'm' }, { name: 'n', small: 8 }])
        .select('name,small');
      expect(data).toEqual([
        { name: 'm', small: null },
        { name: 'n', small: 8 },
      ]);
    });
    it('a duplicate is 409, and with it nothing of the statement is kept', async () => {
      const { status, error } = await probe().insert([{ name: 'fresh' }, { name: 'alpha' }]);
      expect([status, error?.code]).toEqual([409, '23505']);
      expect(await found(table().eq('name', 'fresh'))).toEqual([]);
    });
    it('upsert changes what is there', async () => {
      const { data, error } = await probe().upsert({ name: 'alpha', small: 11 }, { onConflict: 'name' }).select('name,small');
      expect([data, error]).toEqual([[{ name: 'alpha', small: 11 }], null]);
    });
    it('upsert that ignores duplicates adds the others', async () => {
      const given = [
        { name: 'alpha', small: 99 },
        { name: 'omega', small: 50 },
      ];
      const { data } = await probe().upsert(given, { onConflict: 'name', ignoreDuplicates: true }).select('name');
      expect(data?.map(({ name }) => name)).toEqual(['omega']);
      expect(await found(table().eq('small', 99))).toEqual([]);
    });
    it('update', async () => {
      const { data, status } = await endpoint.adas
        .from('probe')
        .update({ flag: true, details: { a: [1] } })
        .eq('small', 2)
        .select('name,flag,details');
      expect([status, data]).toEqual([200, [{ name: 'beta', flag: true, details: { a: [1] } }]]);
      expect(await probe().update({ flag: false }).eq('small', 99)).toMatchObject({ status: 204, error: null });
    });
    it('update of what must be one row and is not changes nothing', async () => {
      const { error } = await probe().update({ small: 77 }).gte('small', 1).select('name').single();
      expect(error?.code).toBe('PGRST116');
      expect(await found(table().eq('small', 77))).toEqual([]);
    });
    it('delete', async () => {
      expect((await probe().delete().eq('small', 1).select('name')).data).toEqual([{ name: 'alpha' }]);
      expect(await probe().delete().eq('small', 2)).toMatchObject({ status: 204, error: null });
      expect(await found(table())).toHaveLength(1);
    });
    it('update and delete of everything are refused', async () => {
      expect((await probe().update({ small: 0 })).error?.code).toBe('21000');
      expect((await probe().delete()).error?.code).toBe('21000');
    });
    it('a missing reference is 409, a missing value 400, a wrong type 400', async () => {
      expect(await endpoint.service.from('child').insert({ id: 1, probe_id: -1 })).toMatchObject({ status: 409, error: { code: '23503' } });
      expect(await probe().insert({ name: null })).toMatchObject({ status: 400, error: { code: '23502' } });
      expect(await table().eq('small', 'many')).toMatchObject({ status: 400, error: { code: '22P02' } });
    });
    it('two hundred writes at once are all kept', async () => {
      const all = await Promise.all(Array.from({ length: 200 }, (_, index) => probe().insert({ name: `many ${index}`, small: 1_000 })));
      expect(all.filter(({ error }) => error !== null)).toEqual([]);
      expect((await probe().select('id', { count: 'exact', head: true }).eq('small', 1_000)).count).toBe(200);
    });
  });
});
