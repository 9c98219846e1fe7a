import { describe, expect, it } from 'vitest';
import { hostileFolder } from './hostile.ts';
import { invocations, runHere } from './invocations.ts';

const folder = hostileFolder();

describe('two runs of the same question are the same to the last byte', () => {
  it.each(invocations().map(({ argv, format }) => [argv.join(' '), argv, format] as const))(
    '%s',
    async (_, argv, format) => {
      const once = await runHere(argv, folder, { COLUMNS: '100', TZ: 'Asia/Tokyo' });
      // What only concerns the screen must not show in anything but tables.
      const elsewhere =
        format === 'table' || format === 'text'
          ? { COLUMNS: '100', LANG: 'tr_TR' }
          : { COLUMNS: '60', LANG: 'tr_TR', FORCE_COLOR: '3' };
      const again = await runHere(argv, folder, elsewhere);
      expect([0, 1], once.err).toContain(once.code);
      expect(again.out).toBe(once.out);
      expect(once.out).not.toBe('');
    },
  );
});
