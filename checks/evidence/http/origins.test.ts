import { expect, test } from 'vitest';
import { originFor } from './origins.ts';

test('look-alikes differ from the allowed origin in one way each', () => {
  const allowed = ['http://localhost:8081', 'https://app.example'];
  expect(originFor('allowed', allowed)).toEqual({ origin: 'https://app.example' });
  expect(originFor('suffixed', allowed)).toEqual({ origin: 'https://app.example.stranger.example' });
  expect(originFor('prefixed', allowed)).toEqual({ origin: 'https://strangerapp.example' });
  expect(originFor('downgraded', allowed)).toEqual({ origin: 'http://app.example' });
  expect(originFor('other-port', allowed)).toEqual({ origin: 'https://app.example:8443' });
});

test('what is allowed is never taken for a stranger', () => {
  expect(originFor('other-port', ['https://app.example', 'https://app.example:8443'])).toEqual({ origin: 'https://app.example:9443' });
  expect(originFor('stranger', ['https://stranger.example'])).toEqual({ origin: 'https://somebody-else.example' });
  expect(originFor('downgraded', ['https://app.example', 'http://app.example'])).toMatchObject({ doesNotApply: true });
  expect(originFor('downgraded', ['http://localhost:8081'])).toMatchObject({ doesNotApply: true });
  expect(originFor('prefixed', ['http://127.0.0.1:8081'])).toMatchObject({ doesNotApply: true });
});

test('without an allowed origin its look-alikes are missing', () => {
  for (const role of ['allowed', 'suffixed', 'prefixed', 'downgraded', 'other-port'] as const) {
    expect(originFor(role, ['*'])).toEqual({ missing: expect.stringContaining('allowedOrigins') });
  }
});
