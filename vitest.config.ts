// Tests stand beside what they test.
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{cli,checks,loadtests,reports,server}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/examples/**', '**/targets/**', 'dist/**'],
    // Most of them wait for a process or a clock: with one at a time two processors would stand idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Hundreds of tests start real processes and meet real clocks; on a crowded machine one may be late once. What is broken fails twice.
    retry: 1,
    // Tests judge what lies there now, and leave nothing in the user's cache; those of the cache give it a folder of their own.
    env: { LAUNCHGATE_NO_CACHE: '1' },
  },
});
