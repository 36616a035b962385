// What is taken for a placeholder or a weak secret, by name and value.
import { expect, test } from 'vitest';
import { isStandIn, isWeak, valueShape } from './shape.ts';

test.each([
  ['OPENAI_API_KEY', 'your-key-here', true],
  ['OPENAI_API_KEY', 'sk-xxxxxxxxxxxxxxxxxxxxxxxx', true],
  ['SUPABASE_URL', 'https://your-project.supabase.co', true],
  ['SUPABASE_URL', '<url>', true],
  ['SENTRY_DSN', 'changeme', true],
  ['ALLOWED_ORIGINS', 'https://app.tempo.run', false],
  ['SENTRY_DSN', '[your dsn]', true],
  ['ALLOWED_ORIGINS', '["http://localhost:3000"]', false],
  ['API_PREFIX', '/your-plans', false],
  ['DATABASE_URL', ['postgres://', '$', '{USER}@db/app'].join(''), false],
  ['GREETING', 'an example of a text', false],
])('%s=%s marks the place of a real value: %s', (name, value, expected) => {
  expect(isStandIn(name, value)).toBe(expected);
});

test.each([
  ['JWT_SECRET', 'secret', true],
  ['JWT_SECRET', 'super-secret-jwt-token-of-32-characters', true],
  ['JWT_SECRET', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', true],
  ['DB_PASSWORD', 'hunter2', true],
  ['JWT_SECRET', '9f86d081884c7d65', false],
  ['OPENAI_MODEL', 'gpt-4', false],
  ['SUPABASE_ANON_KEY', 'short', false],
])('%s=%s is weak: %s', (name, value, expected) => {
  expect(isWeak(name, value)).toBe(expected);
});

test('random secrets are not called weak or placeholders', () => {
  const made = Array.from({ length: 2_000 }, () => crypto.getRandomValues(Buffer.alloc(24)).toString('base64url'));
  expect(made.filter((value) => isWeak('SIGNING_SECRET', value) || isStandIn('SIGNING_SECRET', value)).length).toBeLessThanOrEqual(8);
});

test.each([
  ['', false],
  ['$DB_PASSWORD', false],
  [['$', '{DB_PASSWORD}'].join(''), false],
  ['<password>', false],
  ['changeme', false],
  ['password', false],
  ['your_db_password', false],
  ['postgres', true],
  ['an-example-of-one', true],
  ['p%40ss%E0', true],
])('a URL with %s in it holds a password: %s', (password, hasPassword) => {
  expect(valueShape('DATABASE_URL', `postgres://app:${password}@db/app`)).toMatchObject({ kind: 'url', hasPassword });
});
