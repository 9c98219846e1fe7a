import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { invocations, runHere } from './invocations.ts';

const stands: Readonly<Record<string, string>> = { three: 'brics' };

/** The same questions of what comes with the program, every chart of a report among them. */
const pictures = invocations()
  .filter(({ format, argv }) => format === 'svg' && argv.includes('hostile.yaml'))
  .map(({ argv }) =>
    argv.toSpliced(argv.indexOf('--catalog'), 2).map((word) => stands[word] ?? word),
  )
  .flatMap((argv) => {
    const at = argv.indexOf('--chart') + 1;
    if (at === 0) return [argv];
    return ['topics', 'positions', 'interactions', 'trend', 'drift', 'matrix'].map((chart) =>
      argv.with(at, chart),
    );
  });

const textOf = (element: string) => element.replaceAll(/<[^>]*>/g, '');

describe.each(pictures.map((argv) => [argv.join(' '), argv] as const))('align %s', (_, argv) => {
  it('has a title with its countries, in words and to be seen, and a description', async () => {
    const { out, err, code } = await runHere([...argv, '--quiet'], tmpdir());
    expect({ err, code }).toEqual({ err: '', code: 0 });
    const title = /<title>([^<]+)<\/title>/.exec(out)?.[1] ?? '';
    expect(title).toMatch(/China|United States|\d+ countries/);
    for (const [name, code_] of [
      ['China', 'china'],
      ['Russia', 'russia'],
      ['BRICS', 'brics'],
    ] as const)
      if (argv.includes(code_)) expect(title).toContain(name);
    expect(out).toContain(`aria-label="${title}"`);
    expect(/<desc>([^<]*)<\/desc>/.exec(out)?.[1]?.length).toBeGreaterThan(20);
    const headings = [...out.matchAll(/<text class="strong heading"[^>]*>.*?<\/text>/g)];
    expect(headings.map(([text]) => textOf(text)).join(' ')).toBe(title);
  });
});
