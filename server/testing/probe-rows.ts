// What stands in the probe table before each test: Ada's, and nobody else's.
import { expect } from 'vitest';
import type { TestEndpoint } from './endpoint.ts';

export const rows = [
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

export async function fillProbe({ service, adas }: TestEndpoint): Promise<void> {
  await service.from('child').delete().gte('id', 0);
  await service.from('probe').delete().gte('id', 0);
  expect((await adas.from('probe').insert(rows)).error).toBeNull();
}

/** A query that asks for names at least. */
export type Asked = PromiseLike<{ readonly data: readonly { readonly name: unknown }[] | null; readonly error: unknown }>;

export async function found(asked: Asked): Promise<readonly unknown[] | undefined> {
  const { data, error } = await asked;
  expect(error).toBeNull();
  return data?.map(({ name }) => name);
}
