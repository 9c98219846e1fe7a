import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runHere } from '../render/invocations.ts';

/** A newsroom and a party beside seven countries: what can be asked of countries can be asked of them. */

const cwd = mkdtempSync(join(tmpdir(), 'align-actors-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));
const write = (file: string, text: string) => writeFileSync(join(cwd, file), text);

const countries = ['France', 'Germany', 'Italy', 'Japan', 'Mexico', 'Norway', 'Poland', 'Spain'];
const labels = ['strongly-oppose', 'oppose', 'neutral', 'support', 'strongly-support'];

function catalog(id: string, actors: string, holders: readonly string[]): string {
  const issues = Array.from({ length: 8 }, (_, i) => {
    const held = [...holders, ...countries].map((each, c) => {
      return `${each}: ${labels[(i * (c + 2) + c) % labels.length]!}`;
    });
    return `  - {id: ${id}-${i}, title: Question ${i}, topic: trade, date: ${2010 + i}, sources: [s], positions: {${held.join(', ')}}}\n`;
  });
  return `catalog: ${id}\ntitle: Asked\nsources: {s: {title: S}}\ntopics: {trade: Trade}\nactors: ${actors}\nissues:\n${issues.join('')}`;
}

const ours = '{newsroom: Our newsroom, greens: {title: The Greens}}';

beforeAll(() => {
  write('ours.yaml', catalog('ours', ours, ['newsroom', 'greens']));
  write('same.yaml', catalog('same', '{newsroom: Our newsroom}', ['newsroom']));
  write('other.yaml', catalog('other', '{newsroom: The Gazette}', ['newsroom']));
  write('blocs.yaml', 'catalog: blocs\ntitle: Blocs\ngroups: {greens: [France, Japan]}\n');
});

const ask = (line: string, ...catalogs: readonly string[]) =>
  runHere([...line.split(' '), '-c', ...catalogs.map((each) => `${each}.yaml`)], cwd, {
    ALIGN_CACHE: 'off',
    COLUMNS: '100',
  });

const json = async (line: string, ...catalogs: readonly string[]) => {
  const { code, out, err } = await ask(`${line} -f json`, ...catalogs);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out) as Record<string, never>;
};

describe('a name', () => {
  it.each(['newsroom', 'NewsRoom', 'Our newsroom', 'our NEWSROOM'])('%s is found', async (name) => {
    const { code, out } = await runHere(
      ['rank', name, '-c', 'ours.yaml', '--min-joint', '1', '-f', 'json'],
      cwd,
      { ALIGN_CACHE: 'off' },
    );
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      country: { code: 'newsroom', name: 'Our newsroom', actor: true },
    });
  });

  it('that is misspelt is suggested, and what there is named', async () => {
    const { code, err } = await ask('score newsrom france', 'ours');
    expect(code).toBe(2);
    expect(err).toContain('no country, actor or bloc is called "newsrom"');
    expect(err).toContain('did you mean newsroom?');
    expect(err).toContain('actors: greens, newsroom;');
  });

  it('of one actor in two catalogs is one actor', async () => {
    const { coverage } = await json('score newsroom france', 'ours', 'same');
    expect(coverage).toMatchObject({ a: 16 });
  });

  it.each([
    [
      'newsroom',
      ['ours', 'other'],
      'the actor "newsroom" is another one in each of 2 catalogs',
      'other/newsroom, ours/newsroom',
    ],
    [
      'greens',
      ['ours', 'blocs'],
      '"greens" is a bloc in one catalog and an actor in another',
      'blocs/greens, ours/greens',
    ],
  ])('of two things is refused with both: %s', async (name, catalogs, message, candidates) => {
    const { code, err } = await ask(`score ${name} france`, ...catalogs);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(err).toContain(`say which: ${candidates}`);
  });

  it('of one of them is its own', async () => {
    const { countries: sides, coverage } = await json(
      'score other/newsroom france',
      'ours',
      'other',
    );
    expect(sides).toMatchObject([{ code: 'other/newsroom', name: 'The Gazette', actor: true }, {}]);
    expect(coverage).toMatchObject({ a: 8 });
    const { alignment } = await json('score ours/newsroom other/newsroom', 'ours', 'other').catch(
      () => ({ alignment: undefined }),
    );
    // They were asked different questions.
    expect(alignment).toBeUndefined();
  });

  it('is completed', async () => {
    write('align.yaml', 'catalogs: [ours.yaml]\n');
    const { out } = await runHere(['complete', '--', 'score', 'news'], cwd, { ALIGN_CACHE: 'off' });
    rmSync(join(cwd, 'align.yaml'));
    expect(out).toContain('newsroom\tOur newsroom');
  });
});

describe('what is asked', () => {
  it('has a place among countries only', async () => {
    const { percentile } = await json('score newsroom france', 'ours');
    expect(percentile).toMatchObject({ dyads: 28 });
    const { out } = await ask('score newsroom france', 'ours');
    expect(out).toContain('of 28 pairs of countries on the same issues');
    expect((await ask('score italy france', 'ours')).out).toContain('of 27 pairs on the same');
  });

  it('says how many are actors', async () => {
    expect((await ask('rank newsroom', 'ours')).out).toContain('8 countries and 1 actor ·');
    expect((await ask('rank newsroom -f markdown', 'ours')).out).toContain(
      '8 countries and 1 actor',
    );
    expect((await ask('rank france --top 1', 'ours')).out).toMatch(
      /(7 countries|6 countries and 1 actor|5 countries and 2 actors) between them/,
    );
    expect((await ask('matrix', 'ours')).out).toContain('8 countries and 2 actors ·');
    expect((await ask('list positions', 'ours')).out).toContain('8 countries and 2 actors ·');
    expect((await ask('blocs', 'ours')).out).toContain('8 countries and 2 actors');
    expect((await ask('map', 'ours')).out).toContain('Map of 8 countries and 2 actors');
    expect((await ask('show ours-0', 'ours')).out).toContain('1 country and 1 actor');
  });

  it('is listed', async () => {
    const { actors } = await json('list actors', 'ours', 'same');
    expect(actors).toEqual([
      { id: 'greens', name: 'The Greens', sources: [], issues: 8, catalogs: ['ours'] },
      { id: 'newsroom', name: 'Our newsroom', sources: [], issues: 16, catalogs: ['ours', 'same'] },
    ]);
    const { countries: listed } = await json('list countries -t trade', 'ours');
    expect(listed).toHaveLength(8);
    const { catalogs } = await json('list catalogs', 'ours');
    expect(catalogs).toMatchObject([{ countries: 8, actors: 2 }]);
    const { issues } = await json('list issues', 'ours');
    expect(issues).toMatchObject(Array.from({ length: 8 }, () => ({ countries: 8 })));
  });

  it.each([
    'score newsroom greens france',
    'explain newsroom france',
    'explain newsroom greens ours-1',
    'trend newsroom france',
    'drift newsroom france --before 2010..2013 --after 2014..2017',
    'matrix newsroom greens france',
    'blocs newsroom greens france italy',
    'map newsroom greens france italy',
    'report newsroom france --format markdown',
    'cite newsroom france -f json',
    'list positions newsroom france',
    'show ours-1 --country newsroom greens',
  ])('is answered: %s', async (line) => {
    const { code, out, err } = await ask(line, 'ours');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Our newsroom');
  });

  it('is asserted in policies', async () => {
    const policy =
      'assertions:\n  - {id: near, between: [newsroom, greens], coverage: {atLeast: 8}}\n';
    write('policy.yaml', policy);
    const { code, out } = await ask('check policy.yaml', 'ours');
    expect(code).toBe(0);
    expect(out).toContain('Our newsroom');
  });

  it('has empty cells where only countries have something', async () => {
    const { out } = await ask('score newsroom france -f csv', 'ours');
    const [header = '', row = ''] = out.split(/\r?\n/);
    const cells = Object.fromEntries(header.split(',').map((name, i) => [name, row.split(',')[i]]));
    expect(cells).toMatchObject({ country_a: 'newsroom', name_a: 'Our newsroom', cow_a: '' });
    expect(cells).toMatchObject({ country_b: 'FRA', cow_b: 'FRN' });
  });

  it('is told by diff, with the name of an actor that is gone', async () => {
    const text = catalog('ours', ours, ['newsroom', 'greens']);
    write(
      'less.yaml',
      text.replace(', greens: {title: The Greens}', '').replaceAll(/greens: [a-z-]+, /g, ''),
    );
    const { code, out } = await runHere(['diff', 'ours.yaml', 'less.yaml', '-f', 'json'], cwd, {
      ALIGN_CACHE: 'off',
    });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      actors: [{ change: 'removed', id: 'greens', title: 'The Greens' }],
      names: { greens: 'The Greens' },
    });
  });

  it('is no ideal point', async () => {
    const { code, err } = await ask('ideal-points newsroom', 'ours');
    expect({ code, err: err !== '' }).toEqual({ code: 4, err: true });
  });
});
