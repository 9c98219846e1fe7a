import { describe, expect, it } from 'vitest';
import { byPositions, gridOfPositions } from '../../src/analysis/position-grid.ts';
import { everySide } from '../../src/evidence/side.ts';
import { selectEvidence } from '../../src/evidence/select.ts';
import { inventoryFilter } from '../../src/evidence/evidence.ts';
import { sideOf } from '../../src/question/sides.ts';
import { load } from '../catalog/load-text.ts';

const { catalog } = load(`catalog: grid
title: Grid
sources: {paper: {title: A paper}}
topics: {war: War}
issues:
  - {id: a, title: A, topic: war, date: 2020, sources: [paper], positions: {China: support, Russia: strongly-oppose}}
  - {id: b, title: B, topic: war, date: 2021, sources: [paper], positions: {China: neutral, Russia: neutral, India: support}}
  - {id: c, title: C, topic: war, date: 2022, sources: [paper], votes: {yes: [Russia], absent: [China]}}
  - {id: d, title: D, topic: war, date: 2023, sources: [paper], positions: {Brazil: support}}
`);
const evidence = selectEvidence([catalog!], [], inventoryFilter);
const side = (code: string) => sideOf(evidence, { code, name: code, members: [] });

describe('the grid of positions', () => {
  it('has each issue on which one of the countries has a position, by date', () => {
    const { issues, countries } = gridOfPositions(evidence, [side('CHN'), side('RUS')]);
    expect(countries.map(({ code }) => code)).toEqual(['CHN', 'RUS']);
    expect(issues.map(({ issue, differ, cells }) => [issue, differ, cells])).toEqual([
      [
        'a',
        true,
        [
          { position: 'support', value: 0.5 },
          { position: 'strongly-oppose', value: -1 },
        ],
      ],
      [
        'b',
        false,
        [
          { position: 'neutral', value: 0 },
          { position: 'neutral', value: 0 },
        ],
      ],
      // Absence is no stance, and so no difference.
      [
        'c',
        false,
        [
          { position: 'absent', value: null },
          { position: 'yes', value: 1 },
        ],
      ],
    ]);
  });

  it('may keep those on which they differ alone', () => {
    const differing = (...codes: string[]) =>
      gridOfPositions(evidence, codes.map(side), { differ: true }).issues.map(({ issue }) => issue);
    expect(differing('CHN', 'RUS')).toEqual(['a']);
    expect(differing('CHN', 'RUS', 'IND')).toEqual(['a', 'b']);
    expect(differing('CHN')).toEqual([]);
  });

  it('has all countries, those with most positions first, then by code', () => {
    expect(byPositions(everySide(evidence)).map(({ code }) => code)).toEqual([
      'RUS',
      'CHN',
      'BRA',
      'IND',
    ]);
  });
});
