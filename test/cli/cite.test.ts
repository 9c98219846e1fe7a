import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { align } from './align.ts';

const catalog = `catalog: cited
title: Cited
sources:
  odd: {title: 'A & B: 100% of {x}_y #1 ~ \\ ^ $5', author: 'Doe, Jane; Müller, Jürgen; UN Secretariat', publisher: R&D, date: 2020-05, url: 'https://example.org/a_b%20c#d', kind: news}
  plain: {title: 'Is it so?', date: 2019, kind: official}
  day: {title: A day, publisher: Gazette, date: 2020-05-07, kind: analysis}
  known: {title: Commonly known, kind: knowledge}
  other: {title: Of others}
  talk: {title: Of talks}
topics: {war: War}
issues:
  - id: one
    title: One
    topic: war
    date: 2020
    positions:
      China: {stance: support, sources: [odd, plain]}
      Russia: {stance: support, sources: [odd, known]}
      India: {stance: oppose, sources: [other]}
    coordination: [{between: [China, Russia], depth: joint, sources: [day]}]
  - {id: two, title: Two, topic: war, date: 2020, positions: {India: support}, sources: [other]}
interactions:
  - {id: t, title: T, date: 2020, between: [China, Russia], cameo: "036", sources: [talk]}
`;
const cwd = mkdtempSync(join(tmpdir(), 'align-cite-'));
writeFileSync(join(cwd, 'c.yaml'), catalog);

const cite = (...args: string[]) => align(['cite', ...args, '-c', 'c.yaml'], { cwd });

async function ids(...args: string[]): Promise<string[]> {
  const { sources } = JSON.parse((await cite(...args, '-f', 'json')).stdout) as {
    sources: { id: string }[];
  };
  return sources.map(({ id }) => id);
}

test('of two countries: positions on joint issues, acting together and interactions, each source once', async () => {
  expect(await ids('china', 'russia')).toEqual(['known', 'odd', 'day', 'plain', 'talk']);
  expect(await ids('russia', 'china')).toEqual(await ids('china', 'russia'));
  expect(await ids('china', 'india')).toEqual(['odd', 'plain', 'other']);
});

test('of one country, and of everything', async () => {
  expect(await ids('india')).toEqual(['other']);
  expect((await ids()).sort()).toEqual(['day', 'known', 'odd', 'other', 'plain', 'talk']);
  expect(await ids('--issue', 'two')).toEqual(['other', 'talk']);
});

test('text, with dates as exact as they are and knowledge marked', async () => {
  const { stdout, stderr, exitCode } = await cite('china', 'russia');
  expect([stderr, exitCode]).toEqual(['', 0]);
  expect(stdout.replaceAll(/\n {2}/g, ' ').split('\n')).toEqual([
    '“Commonly known.” [Commonly known; no page was read for it.]',
    'Doe, Jane; Müller, Jürgen; UN Secretariat. “A & B: 100% of {x}_y #1 ~ \\ ^ $5.” R&D, May 2020. https://example.org/a_b%20c#d',
    '“A day.” Gazette, 7 May 2020.',
    '“Is it so?” 2019.',
    '“Of talks.”',
    '',
  ]);
});

test('BibTeX, escaped', async () => {
  const { stdout } = await cite('china', 'russia', '-f', 'bibtex');
  const entry = stdout.split('\n\n').find((text) => text.includes('{odd,'));
  expect(entry).toBe(String.raw`@article{odd,
  author = {Doe, Jane and Müller, Jürgen and {UN Secretariat}},
  title = {{A \& B: 100\% of \{x\}\_y \#1 \textasciitilde{} \textbackslash{} \textasciicircum{} \$5}},
  journal = {R\&D},
  year = {2020},
  month = may,
  url = {https://example.org/a_b%20c#d},
}`);
  const day = stdout.split('\n\n').find((text) => text.includes('{day,'));
  expect(day).toContain('  day = {7},');
  expect(stdout).toContain('note = {Commonly known; no page was read for it.}');
});

test('CSL-JSON', async () => {
  const { stdout } = await cite('china', 'russia', '-f', 'csl-json');
  const items = JSON.parse(stdout) as { id: string }[];
  expect(items.find(({ id }) => id === 'odd')).toEqual({
    id: 'odd',
    type: 'article-newspaper',
    title: 'A & B: 100% of {x}_y #1 ~ \\ ^ $5',
    author: [
      { family: 'Doe', given: 'Jane' },
      { family: 'Müller', given: 'Jürgen' },
      { literal: 'UN Secretariat' },
    ],
    'container-title': 'R&D',
    issued: { 'date-parts': [[2020, 5]] },
    URL: 'https://example.org/a_b%20c#d',
  });
  expect(items.find(({ id }) => id === 'plain')).toMatchObject({
    type: 'report',
    issued: { 'date-parts': [[2019]] },
  });
});

test('the extension of the file says which format', async () => {
  expect((await cite('china', 'russia', '-o', 'refs.bib')).stdout).toBe('');
  expect(readFileSync(join(cwd, 'refs.bib'), 'utf8')).toMatch(/^@misc\{known,/);
  await cite('china', 'russia', '-o', 'refs.txt');
  expect(readFileSync(join(cwd, 'refs.txt'), 'utf8')).toContain('“A day.”');
});

test('everything that a score names as a source is cited', async () => {
  const score = JSON.parse((await align(['score', 'china', 'russia', '-f', 'json'])).stdout) as {
    issues: { sources: string[] }[];
    interactions: { events: { sources: string[] }[] };
  };
  const named = [...score.issues, ...score.interactions.events].flatMap(({ sources }) => sources);
  const { sources } = JSON.parse(
    (await align(['cite', 'china', 'russia', '-f', 'json'])).stdout,
  ) as { sources: { id: string }[] };
  const cited = sources.map(({ id }) => id);
  expect([...new Set(named)].filter((id) => !cited.includes(id))).toEqual([]);
});

test('no source at all is no evidence', async () => {
  const { stdout, stderr, exitCode } = await cite('peru', 'chile');
  expect([stdout, exitCode]).toEqual(['', 4]);
  expect(stderr).toContain('no source in this selection for Peru and Chile');
});
