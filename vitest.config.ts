import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // End-to-end tests start the built program many times on small machines.
    testTimeout: 60_000,
    coverage: { include: ['src/**'] },
  },
});
