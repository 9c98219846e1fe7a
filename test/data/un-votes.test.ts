/** The votes of the United Nations: every cell against the record, and what the Council's drafts add up to. */
import { existsSync, readFileSync } from 'node:fs';
import { parse as parseCsv } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { catalogSchema, type CatalogFile } from '../../src/catalog/schema.ts';
import { align } from '../cli/align.ts';

type Issue = NonNullable<CatalogFile['issues']>[number];
type Row = Readonly<Record<string, string>>;

const issuesOf = (name: string): readonly Issue[] =>
  catalogSchema.parse(
    parse(readFileSync(new URL(`../../data/catalogs/${name}.yaml`, import.meta.url), 'utf8')),
  ).issues ?? [];

const assembly = issuesOf('un-general-assembly');
const council = issuesOf('un-security-council');

const facts = (name: string) => new URL(`../../../shared/facts/${name}.csv`, import.meta.url);
const rowsOf = (name: string): readonly Row[] =>
  parseCsv<Row>(readFileSync(facts(name), 'utf8'), { columns: true });

const letters = { yes: 'Y', no: 'N', abstain: 'A', absent: 'X' } as const;
type Choice = keyof typeof letters;
const choices = Object.keys(letters) as Choice[];

/** The letter of a member's vote, empty where it has none. */
function letterOf({ votes }: Issue, code: string): string {
  const found = choices.filter((choice) => votes?.[choice]?.includes(code.toLowerCase()));
  return found.map((choice) => letters[choice]).join('');
}

/** Cells of a row that the catalog has otherwise, tally included. */
function differences(issue: Issue | undefined, row: Row, tally: readonly string[]): string[] {
  if (!issue) return [`${row['resolution']} ${row['draft']} ${row['title']} is missing`];
  const cells = Object.keys(row).filter((column) => /^[A-Z]{3}$/.test(column));
  const votes = cells
    .filter((code) => letterOf(issue, code) !== row[code])
    .map((code) => `${issue.id} ${code}: ${row[code]} became ${letterOf(issue, code)}`);
  const said = (['yes', 'no', 'abstain'] as const).map((choice, i) => [
    issue.vote?.result?.[choice],
    Number(row[tally[i]!]),
  ]);
  const strangers = choices
    .flatMap((choice) => issue.votes?.[choice] ?? [])
    .filter((code) => !cells.includes(code.toUpperCase()));
  return [
    ...votes,
    ...said.filter(([ours, theirs]) => ours !== theirs).map((pair) => `${issue.id} ${pair.join()}`),
    ...strangers.map((code) => `${issue.id} ${code} has no column`),
    ...(String(issue.date) === row['date'] ? [] : [`${issue.id} is of ${row['date']}`]),
  ];
}

/** Two drafts without a symbol, and oral amendments, are told apart by their day and number. */
const keyOf = (resolution = '', draft = '', date = '') =>
  resolution || (/\d{4}\/\d/.test(draft) ? draft : `${draft} ${date}`);
const councilBy = new Map(
  council.map((issue) => [
    keyOf(issue.vote?.resolution, issue.vote?.draft, String(issue.date)),
    issue,
  ]),
);

describe.skipIf(!existsSync(facts('un-ga-key-votes-2021-2025')))('the record', () => {
  it('has every cell and tally of the Assembly since 2021', () => {
    const rows = rowsOf('un-ga-key-votes-2021-2025');
    expect(rows).toHaveLength(120);
    const columns = ['total_yes', 'total_no', 'total_abstain'];
    const wrong = rows.flatMap((row) =>
      differences(
        assembly.find(({ vote }) => vote?.resolution === row['resolution']),
        row,
        columns,
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('has every cell and tally of the Assembly up to 2020', () => {
    const rows = rowsOf('un-ga-key-votes');
    const cells = rows.flatMap((row) => {
      const issue = assembly.find(({ vote }) => vote?.resolution === row['resolution'])!;
      return Object.keys(row)
        .filter((column) => /^[A-Z]{3}$/.test(column))
        .filter((code) => letterOf(issue, code) !== row[code])
        .map((code) => `${issue.id} ${code}`);
    });
    expect([rows.length, cells]).toEqual([81, []]);
  });

  it('has every cell and tally of the Council since November 2020, but for one vote found and two not cast', () => {
    const rows = rowsOf('un-sc-votes-2020-2025');
    expect(rows).toHaveLength(125);
    const wrong = rows.flatMap((row) =>
      differences(councilBy.get(keyOf(row['resolution'], row['draft'], row['date'])), row, [
        'yes',
        'no',
        'abstain',
      ]),
    );
    // Each is told in the note of its entry.
    expect(wrong).toEqual([
      'unsc-res-2602 CHN:  became Y',
      'unsc-res-2602 13,12',
      'unsc-res-2756 DZA:  became X',
      'unsc-res-2797 DZA:  became X',
    ]);
    for (const id of ['unsc-res-2602', 'unsc-res-2756', 'unsc-res-2797'])
      expect(council.find((issue) => issue.id === id)?.note).toMatch(/China|Algeria/);
  });

  it('has the symbols, outcomes and submitters of all 202 drafts', () => {
    const rows = rowsOf('un-sc-submitters-2007-2025');
    expect(rows).toHaveLength(202);
    for (const row of rows) {
      const year = row['date']!.slice(0, 4);
      // One draft stands in the column of resolutions; resolutions of old have no year there.
      const isDraft = /^S\/\d/.test(row['resolution']!);
      const resolution = isDraft ? '' : row['resolution']!.replace(/\d$/, `$&(${year})`);
      const draft = isDraft ? row['resolution']! : row['draft']!;
      const issue = councilBy.get(keyOf(resolution, draft, row['date']));
      const { submitter_kind: kind, submitters = '' } = row;
      const named = submitters === '' ? undefined : submitters.toLowerCase().split(' ');
      expect([row['title'], issue?.vote]).toEqual([
        row['title'],
        expect.objectContaining({ outcome: row['outcome'] }),
      ]);
      expect([
        issue?.id,
        issue?.vote?.resolution ?? '',
        issue?.vote?.draft ?? '',
        issue?.vote?.submitters,
        String(issue?.date),
      ]).toEqual([
        row['catalog_id'] === 'new' ? issue?.id : row['catalog_id'],
        resolution,
        draft,
        kind === 'president' ? 'president' : named,
        row['date'],
      ]);
    }
  });
});

describe('the five permanent members', () => {
  /** Counted by hand over the 202 drafts: alike in the vote; submitters together, of few, and alone. */
  const byHand = [
    ['CHN', 'FRA', 68, 2, 0, 0],
    ['CHN', 'GBR', 61, 2, 0, 0],
    ['CHN', 'RUS', 134, 5, 3, 3],
    ['CHN', 'USA', 51, 1, 0, 0],
    ['FRA', 'GBR', 187, 25, 9, 0],
    ['FRA', 'RUS', 35, 1, 0, 0],
    ['FRA', 'USA', 163, 18, 4, 0],
    ['GBR', 'RUS', 32, 1, 0, 0],
    ['GBR', 'USA', 171, 20, 5, 1],
    ['RUS', 'USA', 24, 1, 0, 0],
  ] as const;

  it.each(byHand)('%s and %s: %i alike, %i submitted together', async (a, b, ...expected) => {
    const [x, y] = [a.toLowerCase(), b.toLowerCase()];
    const lists = council.flatMap(({ vote }) =>
      Array.isArray(vote?.submitters) && [x, y].every((code) => vote.submitters?.includes(code))
        ? [vote.submitters.length]
        : [],
    );
    const few = lists.filter((size) => size <= 5).length;
    const alone = lists.filter((size) => size === 2).length;

    const { stdout } = await align(['score', a, b, '-c', 'un-security-council', '-f', 'json']);
    const { coverage, counts, measures } = JSON.parse(stdout) as {
      coverage: { joint: number };
      counts: { same: number };
      measures: { id: string; value: number }[];
    };
    expect(coverage.joint).toBe(202);
    expect([counts.same, lists.length, few, alone]).toEqual(expected);
    const identical = measures.find(({ id }) => id === 'identical');
    if (identical) expect(identical.value).toBeCloseTo(counts.same / 202, 12);
  });

  /** The depth that the rule gives, worked out from the file and not by the program. */
  function depthOf(issue: Issue, a: string, b: string): string {
    const { submitters, outcome } = issue.vote ?? {};
    const [x, y] = [letterOf(issue, a), letterOf(issue, b)];
    if (x !== y || x === 'A') return 'none';
    const both = (codes: readonly string[]) =>
      [a, b].every((code) => codes.includes(code.toLowerCase()));
    const written = issue.coordination?.find(({ between }) => both(between));
    if (written) return written.depth;
    if (x === 'N' && outcome === 'vetoed') return 'joint';
    if (!Array.isArray(submitters) || !both(submitters) || submitters.length > 5) return 'parallel';
    return submitters.length === 2 ? 'joint' : 'coordinated';
  }

  it.each(byHand)('%s and %s are as deep together as the rule says', async (a, b) => {
    const { stdout } = await align(['score', a, b, '-c', 'un-security-council', '-f', 'json']);
    const { depth } = JSON.parse(stdout) as { depth: Record<string, number> };
    for (const level of ['parallel', 'coordinated', 'joint'])
      expect([level, depth[level]]).toEqual([
        level,
        council.filter((issue) => depthOf(issue, a, b) === level).length,
      ]);
  });

  it('have submitters on record for 136 of the 202 drafts, for few of 2016 to 2020', () => {
    const known = council.filter(({ vote }) => vote?.submitters !== undefined);
    expect(known).toHaveLength(136);
    const inGap = (issue: Issue) => /^20(?:1[6-9]|20)/.test(String(issue.date));
    expect([known.filter(inGap).length, council.filter(inGap).length]).toEqual([6, 58]);
  });
});
