import { defineConfig } from 'vitest/config';

const report = process.env['ALIGN_TEST_REPORT'];

/** Tests that run what the build makes; all others run the source. */
const ofProgram = ['test/browser/**/*.test.ts', 'test/cli/**/*.test.ts', 'test/docs/**/*.test.ts'];

export default defineConfig({
  test: {
    // End-to-end tests start the built program many times on small machines.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: report === undefined ? ['default'] : ['default', ['json', { outputFile: report }]],
    coverage: { include: ['src/**'] },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ofProgram,
          globalSetup: 'test/setup/data.ts',
        },
      },
      {
        extends: true,
        test: { name: 'program', include: ofProgram, globalSetup: 'test/setup/program.ts' },
      },
    ],
  },
});
