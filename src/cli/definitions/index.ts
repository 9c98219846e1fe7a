import { cache, init, schema, validate } from './authoring.ts';
import { blocs } from './blocs.ts';
import { check } from './check.ts';
import { idealPoints } from './ideal-points.ts';
import { config } from './config.ts';
import type { Definition } from './definition.ts';
import { diff } from './diff.ts';
import { drift } from './drift.ts';
import { exportData } from './export.ts';
import { explain } from './explain.ts';
import { cite, list, show } from './inventory.ts';
import { report } from './report.ts';
import { completeOf, completion } from './completion.ts';
import { importData } from './import.ts';
import { interactions } from './interactions.ts';
import { map } from './map.ts';
import { matrix } from './matrix.ts';
import { rank } from './rank.ts';
import { score } from './score.ts';
import { trend } from './trend.ts';

/** A heading of the help with its commands. To add a command, define it in a file here and list it once. */
export const definitions: readonly (readonly [heading: string, readonly Definition[]])[] = [
  [
    'Alignment:',
    [score, explain, trend, drift, interactions, idealPoints, matrix, rank, blocs, map],
  ],
  ['Pipelines:', [check, report]],
  [
    'Catalogs:',
    [list, show, cite, diff, importData, exportData, validate, init, config, schema, cache],
  ],
  ['Shell:', [completion, completeOf(() => definitions.flatMap(([, group]) => group))]],
];
