// Tests stand beside what they test.
import { defineConfig } from 'vitest/config';

// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  test: {
    include: ['{cli,checks,loadtests,reports,server}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/examples/**', '**/targets/**', 'dist/**'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
