import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startEndpoint, type TestEndpoint, worlds } from '../../testing/endpoint.ts';
import { type Asked, fillProbe, found, rows } from '../../testing/probe-rows.ts';
import { ada } from '../../testing/tokens.ts';

describe.each(worlds)('reads over $world', ({ start, skipped }) => {
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

  describe('reads', () => {
    const filters: Readonly<Record<string, readonly [select: () => Asked, expected: readonly string[]]>> = {
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
        () => probe().select('name').order('amount', { ascending: false, nullsFirst: false }),
        ['beta', 'alpha', 'Gamma, "quoted" (3)'],
      ],
    };
    for (const [what, [select, expected]] of Object.entries(filters)) it(what, async () => expect(await found(select())).toEqual(expected));

    it('values in the types of PostgREST', async () => {
      const { data } = await probe().select('*').eq('name', 'alpha').single();
      expect(data).toEqual({ ...rows[0], id: expect.any(Number), owner: ada, at: '2026-11-23T10:00:00+00:00' });
    });
    it('aliases, casts and JSON paths', async () => {
      const { data } = await endpoint.adas
        .from('probe')
        .select('title:name,small::text,details->depth->value,first:details->list->>0')
        .eq('small', 1);
      expect(data).toEqual([{ title: 'alpha', small: '1', value: 7, first: 'p' }]);
    });
    it('a count beside a page, and alone', async () => {
      const page = await probe().select('name', { count: 'exact' }).range(0, 0);
      expect([page.count, page.data?.length, page.status]).toEqual([3, 1, 206]);
      const alone = await probe().select('*', { count: 'exact', head: true });
      expect([alone.count, alone.data]).toEqual([3, null]);
    });
    it('an offset beyond the end is 416 where rows are counted', async () => {
      const { error, status } = await probe().select('name', { count: 'exact' }).range(10, 12);
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
});
