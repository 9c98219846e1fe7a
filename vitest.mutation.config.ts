import { defineConfig } from 'vitest/config';

/** The tests that a mutant of a measure or of the evidence has to get past. */
export default defineConfig({
  test: {
    include: [
      'test/measures/**/*.test.ts',
      'test/published/**/*.test.ts',
      'test/evidence/**/*.test.ts',
    ],
  },
});
