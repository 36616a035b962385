// Tests stand beside what they test.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{cli,checks,loadtests,reports,server}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/examples/**', '**/targets/**', 'dist/**'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
