import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogText, interrupted, leftovers, recordText, scratch, shell } from './support.ts';

const { folder, at } = scratch();
const moments = 10;
const signals = ['SIGINT', 'SIGTERM'] as const;
/** A signal that comes when the result is in its place already finds nothing to interrupt. */
const tooLate = 100;

const states =
  'AFG ALB DZA AND AGO ATG ARG ARM AUS AUT AZE BHS BHR BGD BRB BLR BEL BLZ BEN BTN BOL BIH BWA BRA BRN BGR BFA BDI CPV KHM CMR CAN CAF TCD CHL CHN COL COM COG CRI HRV CUB CYP CZE DNK DJI DMA DOM ECU EGY SLV GNQ ERI EST ETH FJI FIN FRA GAB GMB GEO DEU GHA GRC GRD GTM GIN GNB GUY HTI HND HUN ISL IND IDN IRN IRQ IRL ISR ITA JAM JPN JOR KAZ KEN KIR KWT KGZ LAO LVA LBN LSO LBR LBY LIE LTU LUX'.split(
    ' ',
  );

mkdirSync(join(folder, 'record'));
at('record/votes.csv', recordText(40, 60, states));
at(
  'record/catalog.yaml',
  'catalog: r\ntitle: R\nrollCalls: [{id: r, body: UNGA, file: votes.csv}]\n',
);
const table = at(
  'table.csv',
  `issue,country,position,date\n${Array.from({ length: 3_000 }, (_, i) => states.map((state, s) => `i${i},${state},${(i * s) % 3 ? 'yes' : 'no'},2020-01-0${(i % 9) + 1}`).join('\n')).join('\n')}\n`,
);
const slow = at('slow.yaml', catalogText(12_000));

/** Sends both signals at ten moments of a run, and looks at what is there afterwards. */
async function interruptAll(
  args: readonly string[],
  prepare: () => void,
  check: (finished: boolean) => void,
): Promise<void> {
  prepare();
  const { took } = await interrupted(args, { signal: 'SIGINT', delay: 60_000 });
  check(true);
  for (let moment = 0; moment < moments; moment++)
    for (const signal of signals) {
      prepare();
      const ended = await interrupted(args, { signal, delay: (took * (moment + 0.5)) / moments });
      const what = `${signal} after ${moment} tenths: ${JSON.stringify(ended)}`;
      if (ended.code === 0) expect(ended.after, what).toBeLessThan(tooLate);
      else expect([ended.code, ended.signal], what).toEqual([null, signal]);
      expect(ended.after, what).toBeLessThan(1_500);
      check(ended.code === 0);
    }
}

describe.skipIf(process.platform === 'win32')('Ctrl-C and kill', () => {
  it('end an import that makes a directory', async () => {
    let n = 0;
    let output = '';
    const args = ['import', 'table', table, '-o', ''];
    await interruptAll(
      args,
      () => (args[4] = output = at(`new-${n++}`)),
      (finished) => {
        const there = readdirSync(folder).filter((name) => output.endsWith(`/${name}`));
        expect(finished ? [1] : [0, 1]).toContain(there.length);
        if (there.length === 1) expect(readdirSync(output)).toHaveLength(2);
        expect(leftovers(output)).toEqual([]);
      },
    );
  }, 300_000);

  it('end an import that replaces another', async () => {
    const output = at('again');
    const args = ['import', 'table', table, '-o', output];
    expect(shell('"$@"', args).status).toBe(0);
    const record = join(output, 'again.csv');
    const whole = readFileSync(record, 'utf8');
    await interruptAll(
      args,
      () => writeFileSync(record, 'old'),
      (finished) => {
        // A signal may come when all is in place and the process has yet to end.
        expect(finished ? [whole] : ['old', whole]).toContain(readFileSync(record, 'utf8'));
        expect(readdirSync(output).sort()).toEqual(['again.csv', 'catalog.yaml']);
      },
    );
  }, 300_000);

  it.each([
    ['matrix', ['matrix', '--by', 'session', '-f', 'csv', '-c', join(folder, 'record')]],
    ['report', ['report', 'china', 'india', '-c', join(folder, 'record')]],
  ])(
    'end a %s, whose old file stays',
    async (name, args) => {
      const output = at(`${name}.html`);
      await interruptAll(
        [...args, '-o', output],
        () => writeFileSync(output, 'old'),
        (finished) => {
          expect(readFileSync(output, 'utf8') === 'old').toBe(!finished);
          expect(leftovers(output)).toEqual([]);
        },
      );
    },
    300_000,
  );

  it.each(signals)('%s ends the reading of a long catalog at once', async (signal) => {
    const args = ['score', 'china', 'russia', '-c', slow];
    for (const delay of [700, 1_500]) {
      const ended = await interrupted(args, { signal, delay });
      expect(ended).toMatchObject({ code: null, signal, stdout: '' });
      expect(ended.after).toBeLessThan(500);
    }
  });

  it('is 130 and 143 to a shell', () => {
    const script = (signal: string) =>
      `"$@" & pid=$!; sleep 0.7; kill -${signal} $pid; wait $pid; echo "exit $?"`;
    const args = ['score', 'china', 'russia', '-c', slow];
    // A shell that runs something in the background has it ignore SIGINT, unless it controls jobs.
    expect(shell(`set -m; ${script('INT')}`, args).stdout).toBe('exit 130\n');
    expect(shell(`set -m; ${script('TERM')}`, args).stdout).toBe('exit 143\n');
  });
});
