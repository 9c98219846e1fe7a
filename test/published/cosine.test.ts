import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { conventions } from '../../src/question/conventions.ts';
import { matrixOfEvidence } from '../../src/analysis/matrix.ts';
import { countrySide } from '../../src/evidence/side.ts';
import { choose } from '../analysis/scores.ts';
import { everything, evidenceOf, defaultSettings } from '../evidence/catalogs.ts';
import { unData } from '../rollcalls/support.ts';

/** Pairwise similarity of 2025 as published with github.com/HZloto/unga-2025. */
const published: readonly (readonly [string, string, number])[] = [
  ['CAN', 'USA', -0.5750335777679773],
  ['CHN', 'USA', -0.8718485763192979],
  ['ISR', 'USA', 0.6582969138799584],
  ['RUS', 'USA', -0.678193162987652],
  ['ARG', 'USA', 0.4400283101501643],
  ['NRU', 'USA', -0.1022326025136913],
  ['MDG', 'USA', -0.1303215087856717],
  ['VCT', 'USA', -0.2284160962880642],
  ['COG', 'MDG', 0.0281271975231505],
  ['MDG', 'TZA', 0.0277777777777777],
  ['FSM', 'RUS', 0.3386195598647419],
  ['PRK', 'UKR', 0.4396474465985369],
  ['GBR', 'IRN', 0.4602270529412812],
];

const votes: Readonly<Record<string, string>> = { YES: 'yes', NO: 'no', ABSTAIN: 'abstain' };

/** The 192 recorded votes of the Assembly in 2025; a cell that is empty is no vote. */
function readVotes(file: string) {
  const text = gunzipSync(readFileSync(file)).toString('utf8');
  const rows = parse(text, { columns: true, bom: true }) as Record<string, string>[];
  return rows
    .filter(({ Resolution }) => Resolution !== '')
    .map((row, i) => ({
      id: `v-${i}`,
      held: Object.fromEntries(
        Object.entries(row).flatMap(([country, cell]) =>
          /^[A-Z]{3}$/.test(country) && votes[cell] ? [[country, votes[cell]]] : [],
        ),
      ),
    }));
}

describe.skipIf(unData === undefined)('the similarity of votes in 2025', () => {
  it('is the one published, to the twelfth decimal', () => {
    const evidence = evidenceOf(
      readVotes(join(unData ?? '', 'layouts/wide-2025-ga-as-found.csv.gz')),
      everything,
    );
    expect(evidence.issues).toHaveLength(192);
    const { absent, countsUncast } = conventions.find(({ id }) => id === 'cosine')!;
    const settings = { ...defaultSettings, absent, countsUncast: countsUncast ?? false };
    for (const [a, b, value] of published) {
      const sides = [a, b].map((code) => countrySide(evidence, code, code));
      const { value: found } = matrixOfEvidence(evidence, sides, {
        ...settings,
        headline: choose('cosine'),
        undefinedAsZero: false,
      });
      expect([a, b, found[0]]).toEqual([a, b, expect.closeTo(value, 12)]);
    }
  });
});
