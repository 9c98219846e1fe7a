import { createReadStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { tabulateDyads } from '../../src/analysis/bit-planes.ts';
import { conventions } from '../../src/question/conventions.ts';
import type { DyadTable } from '../../src/analysis/dyad-table.ts';
import { matrixOfRecord } from '../../src/analysis/matrix.ts';
import { findMeasure } from '../../src/measures/registry.ts';
import { importRecord } from '../../src/rollcalls/import/run.ts';
import { rollCallNames } from '../../src/rollcalls/issues.ts';
import type { RollCallRecord } from '../../src/rollcalls/record.ts';
import { selectRollCalls } from '../../src/rollcalls/select.ts';
import { openTexts } from '../../src/rollcalls/series/record-series.ts';
import { defaultSettings } from '../evidence/catalogs.ts';
import { noTexts, recordOf, scratch, testAtlas, unData } from './support.ts';
import type { ImportSummary } from '../../src/results/import.ts';

/** The whole record of the General Assembly; `ALIGN_UN_DATA` names its directory. */
describe.skipIf(unData === undefined)('the record of the General Assembly', () => {
  const directory = unData ?? '';
  const file = scratch();
  let voeten: RollCallRecord;
  let summary: ImportSummary;

  async function importAs(format: 'voeten' | 'unvotes' | 'un-library', path: string) {
    const options = { format, file: path, id: 'ga', atlas: testAtlas() };
    const { summary: result, record } = await importRecord(options);
    return { result, record: recordOf(record?.[1] ?? '') };
  }

  beforeAll(async () => {
    const imported = await importAs('voeten', join(directory, 'UNVotes.csv.gz'));
    voeten = imported.record;
    summary = imported.result;
  }, 120_000);

  it('is read whole, with its doubtful places counted', () => {
    expect(summary).toMatchObject({
      rows: 1_231_100,
      rollCalls: 6299,
      countries: 200,
      votes: 707_515 + 112_602 + 66_692,
      absences: 90_483,
      skipped: [],
    });
    expect(summary.doubtful.map(({ code, count }) => [code, count])).toEqual([
      ['tally-differs', 378],
      ['shared-code', 1],
    ]);
  });

  it('takes the full title for the title, wherever the file has it', () => {
    const titles = new Map(
      Array.from({ length: voeten.size }, (_, i) => [
        voeten.detail('roll_call', i),
        [voeten.detail('title', i), voeten.detail('description', i)],
      ]),
    );
    expect(titles.get('278')?.[0]).toMatch(/^TO ADOPT OPERATIVE PARAGRAPH 3 OF EL SALVADOR/);
    expect(titles.get('2817')).toEqual([
      'Public information and public action against apartheid.',
      'APARTHEID, INFORMATION',
    ]);
    expect(titles.get('4615')?.[0]).toBe(
      'The right of the Palestinian people to self-determination : resolution / adopted by the General Assembly',
    );
    expect(titles.get('5611')).toEqual([
      'Conventional arms control at the regional and subregional levels : resolution / adopted by the General Assembly',
      'A/72/251 99g - Conventional arms control at the regional and subregional levels. - CONVENTIONAL ARMS--REGIONAL PROGRAMMES',
    ]);
    expect(titles.get('9209')).toEqual(['Programme budget for 2021', '']);
    expect(titles.get('5929')?.[0]).toMatch(/^The Acting President: I now put to the vote/);
  });

  it('has 345 texts that come back, 75 of them for Türkiye and the United States over ten years', () => {
    const origin = { id: 'ga', body: 'UNGA', sources: [] };
    const [texts] = openTexts([{ record: voeten, origin }]);
    const isJoint = (i: number) =>
      ['TUR', 'USA'].every((country) => (voeten.votesOf(country)[i] ?? -1) >= 0);
    const sessions = new Map<string, Set<string>>();
    const years = new Map<string, Set<number>>();
    for (let i = 0; i < voeten.size; i++) {
      const series = texts!.seriesOf(i);
      if (series === undefined) continue;
      sessions.set(series, (sessions.get(series) ?? new Set()).add(voeten.detail('session', i)));
      const part =
        voeten.detail('on', i) !== '' || /^The .*President/.test(voeten.detail('title', i));
      if (part || !isJoint(i)) continue;
      const year = Number(voeten.detail('date', i).slice(0, 4));
      years.set(series, (years.get(series) ?? new Set()).add(year));
    }
    const returning = [...sessions.values()].filter(({ size }) => size > 1);
    expect(returning).toHaveLength(345);
    const within = (own: ReadonlySet<number>, from: number, to: number) =>
      [...own].some((year) => year >= from && year <= to);
    const both = [...years.values()].filter(
      (own) => within(own, 2005, 2009) && within(own, 2015, 2019),
    );
    expect(both).toHaveLength(75);
  });

  it('has the 870,109 votes of unvotes, but for 285 of Serbia that the file has as absences', async () => {
    const { record: tables, result } = await importAs('unvotes', directory);
    expect(result).toMatchObject({ rows: 870_109, votes: 870_109, skipped: [], doubtful: [] });
    const rowOf = new Map(
      Array.from({ length: voeten.size }, (_, i) => [voeten.detail('roll_call', i), i]),
    );
    const differences: string[] = [];
    for (const country of tables.countries) {
      const [votes, own] = [tables.votesOf(country), voeten.votesOf(country)];
      for (let i = 0; i < tables.size; i++) {
        const other = own[rowOf.get(tables.detail('roll_call', i)) ?? -1];
        if (votes[i]! >= 0 && votes[i] !== other) differences.push(`${country} ${other}`);
      }
    }
    expect(differences).toEqual(Array<string>(285).fill('SRB -2'));
  }, 120_000);

  function matrixUnder(conventionId: string | undefined, session?: number): DyadTable {
    const convention = conventions.find(({ id }) => id === conventionId);
    const filter = {
      rollCalls: {
        ...convention?.rollCalls,
        ...(session === undefined ? {} : { sessions: [session, session] as const }),
      },
      ...(convention?.accepts ? { accepts: convention.accepts } : {}),
    };
    const names = rollCallNames(voeten, { id: 'ga', body: 'UNGA', sources: [] }, noTexts);
    const measure = findMeasure(convention?.measure ?? 'agreement');
    if (!measure) throw new Error('no such measure');
    const headline = { measure, distance: 'linear' } as const;
    const settings = { ...defaultSettings, headline, undefinedAsZero: false };
    const rollCalls = selectRollCalls(voeten, filter, names);
    return matrixOfRecord(voeten, voeten.countries, rollCalls, settings);
  }

  function valuesOf(table: DyadTable): ReadonlyMap<string, number> {
    const { countries, a, b, value } = table;
    return new Map(
      Array.from(value, (x, i) => [`${countries[a[i]!]!} ${countries[b[i]!]!}`, x] as const),
    );
  }

  it('scores every dyad of three sessions as the published rules do, worked out from the file itself', async () => {
    const sessions = new Map<string, Map<string, Map<string, number>>>();
    const dropped = new Set<string>();
    const lines = createReadStream(join(directory, 'UNVotes.csv.gz')).pipe(createGunzip());
    const pattern =
      /^(\d+),(\d+),\d,([123]),\w+,(?:"[^"]*"|[^",]*),(\d+),(5|41|66),\w*,\w*,\w*,\w*,[\d-]+,[^,]*,(\w+),(\w+),/;
    for await (const line of createInterface({ input: lines })) {
      const [, rcid, cow, vote, year, session, amend, para] = pattern.exec(line) ?? [];
      if (!rcid || !cow || !session) continue;
      const found = testAtlas().resolve(`cow:${cow}`);
      const code = found.kind === 'found' ? found.country.code : '';
      const rollCalls = sessions.get(session) ?? new Map<string, Map<string, number>>();
      sessions.set(session, rollCalls);
      rollCalls.set(
        rcid,
        (rollCalls.get(rcid) ?? new Map<string, number>()).set(code, Number(vote)),
      );
      if (Number(year) > 1989 && (amend === '1' || para === '1')) dropped.add(rcid);
    }
    expect([...sessions.keys()]).toEqual(expect.arrayContaining(['5', '41', '66']));
    expect(dropped.size).toBeGreaterThan(0);

    for (const [session, rollCalls] of sessions) {
      for (const convention of ['voeten', 'pct-agree']) {
        // The rule: drop roll calls on which all agree; then the mean of 1 - |a - b| / 2, or of a = b.
        const sums = new Map<string, [total: number, n: number]>();
        for (const [rcid, votes] of rollCalls) {
          if (new Set(votes.values()).size < 2) continue;
          if (convention === 'pct-agree' && dropped.has(rcid)) continue;
          for (const [a, x] of votes)
            for (const [b, y] of votes) {
              if (a >= b) continue;
              const [total, n] = sums.get(`${a} ${b}`) ?? [0, 0];
              const one = convention === 'voeten' ? 1 - Math.abs(x - y) / 2 : Number(x === y);
              sums.set(`${a} ${b}`, [total + one, n + 1]);
            }
        }
        const values = valuesOf(matrixUnder(convention, Number(session)));
        expect(values.size).toBe(sums.size);
        expect(values.size).toBeGreaterThan(1000);
        for (const [dyad, [total, n]] of sums) expect(values.get(dyad)).toBeCloseTo(total / n, 12);
      }
    }
  }, 120_000);

  it('gives the same matrix from the same votes in the layout of the UN Digital Library', async () => {
    const letters: Readonly<Record<number, string>> = { 0: 'N', 1: 'A', 2: 'Y', [-2]: 'X' };
    const rows = [
      'ms_vote,undl_id,ms_code,ms_name,date,session,resolution,title,subjects,total_yes',
    ];
    const columns = voeten.countries.map((country) => [country, voeten.votesOf(country)] as const);
    for (let i = 0; i < voeten.size; i++) {
      const [id, date, session] = (['roll_call', 'date', 'session'] as const).map((column) =>
        voeten.detail(column, i),
      );
      for (const [country, votes] of columns) {
        const letter = letters[votes[i]!];
        if (letter)
          rows.push(`${letter},${id},${country},NAME,${date},${session},R,"T, ""x""",,1.0`);
      }
    }
    const path = file('library.csv');
    writeFileSync(path, rows.join('\r\n'));
    const { record, result } = await importAs('un-library', path);
    expect(result).toMatchObject({ votes: summary.votes, absences: summary.absences, skipped: [] });
    expect(record.countries).toEqual(voeten.countries);
    const all = Array.from({ length: voeten.size }, (_, i) => i);
    const cells = ({ countries, votesOf }: RollCallRecord) =>
      tabulateDyads(
        countries.map((country) => votesOf(country)),
        all,
        [0, 1, 2],
      );
    expect(Buffer.from(cells(record).buffer).equals(Buffer.from(cells(voeten).buffer))).toBe(true);
  }, 120_000);
});
