// What a .dockerignore keeps out, as Docker reads it.
import { expect, test } from 'vitest';
import { ignores } from './docker-ignore.ts';

test.each([
  ['.env', '.env', true],
  ['.env*', '.env.production', true],
  ['*.env', '.env', true],
  ['**/.env', 'apps/api/.env', true],
  ['apps', 'apps/api/.env', true],
  ['/.env', '.env', true],
  ['.env', 'apps/api/.env', false],
  ['# .env', '.env', false],
  ['.envrc', '.env', false],
  ['.env*\n!.env', '.env', false],
  ['*\n!src', '.env', true],
  ['.?nv', '.env', true],
  ['', '.env', false],
])('%j of %s: %s', (text, path, isOut) => {
  expect(ignores(text, path)).toBe(isOut);
});
