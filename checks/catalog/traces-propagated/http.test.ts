import { randomBytes } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { expect, test } from 'vitest';
import { askLive, json, told } from '../../evidence/http/testing.ts';
import check from './check.ts';

const form = /^[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(?:-|$)/;
const config = { routes: { any: { method: 'GET', path: '/items' } } };
const span = (): string => randomBytes(8).toString('hex');
const answering =
  (context: (given: string) => string | undefined, name = 'traceresponse'): RequestListener =>
  (request, response) => {
    const told = context(String(request.headers.traceparent ?? ''));
    json(response, request.url === '/items' ? 200 : 404, {}, told === undefined ? {} : { [name]: told });
  };
const sound = (given: string): string => `00-${form.exec(given)?.[1] ?? randomBytes(16).toString('hex')}-${span()}-01`;

test('a trace continued passes, in whatever header it is told', async () => {
  expect(await askLive(check, answering(sound), { config })).toMatchObject({ verdict: 'pass' });
  expect(await askLive(check, answering(sound, 'traceparent'), { config })).toMatchObject({ verdict: 'pass' });
  expect(
    await askLive(
      check,
      answering((given) => `traceparent;desc="${sound(given)}"`, 'server-timing'),
      { config },
    ),
  ).toMatchObject({ verdict: 'pass' });
});

test.each([
  ['another trace', () => sound(''), 'is not continued'],
  ['the same span', (given: string) => (form.test(given) ? given : sound('')), 'comes back unchanged'],
  [
    'whatever was given',
    (given: string) => (given === '' ? sound('') : given.replace(/(^.{36})[0-9a-f]{16}/, (_, head: string) => head + span())),
    'of zeros is taken over',
  ],
  ['none where none was given', (given: string) => (given === '' ? 'nothing' : sound(given)), 'none is begun'],
])('%s fails', async (_, context, message) => {
  expect(told(await askLive(check, answering(context), { config }))).toContain(message);
});

test('an answer that names no trace is no verdict', async () => {
  expect(
    await askLive(
      check,
      answering(() => undefined),
      { config },
    ),
  ).toMatchObject({ verdict: 'inconclusive', because: expect.stringContaining('can’t be seen from outside') });
});
