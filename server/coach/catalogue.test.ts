import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { embeddedDatabase } from '../testing/databases.ts';
import { startEndpoint, type TestEndpoint } from '../testing/endpoint.ts';
import { catalogue } from './catalogue.ts';

let endpoint: TestEndpoint;
beforeAll(async () => {
  endpoint = await startEndpoint(embeddedDatabase);
});
afterAll(() => endpoint.stop());

describe('the catalogue', () => {
  it('is the same in the database: a change of one needs a migration of the other', async () => {
    const { data } = await endpoint.service.from('exercises').select().order('id');
    const { id, name, equipment, target_area, force, difficulty, main_muscles, alternative_names, popularity } = catalogue[0] ?? {};
    expect(data?.[0]).toEqual({ id, name, equipment, target_area, force, difficulty, main_muscles, alternative_names, popularity });
    expect(catalogue).toEqual(data?.map((row) => expect.objectContaining(row)));
  });
});
