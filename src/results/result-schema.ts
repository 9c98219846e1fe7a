import { z } from 'zod';
import { blocs } from './blocs.ts';
import { check } from './check.ts';
import { config } from './config.ts';
import { diagnostics } from './diagnostics.ts';
import { compare, matrix, rank } from './dyads.ts';
import { exported } from './export.ts';
import { explanation, issueExplanation } from './explanation.ts';
import { importSummary } from './import.ts';
import { catalog, citations, issue, lists } from './inventory.ts';
import { interactions } from './interactions.ts';
import { map } from './map.ts';
import { score } from './score.ts';
import { drift } from './drift.ts';
import { diff } from './diff.ts';
import { grid } from './grid.ts';
import { movers } from './movers.ts';
import { idealPoints } from './ideal-points.ts';
import { trend } from './trend.ts';
import { versus } from './versus.ts';

/**
 * The shape of what `-f json` writes. `align schema result` prints it as JSON Schema.
 * What it declares is all there is.
 */
export const resultSchema = z
  .discriminatedUnion('schema', [
    score,
    compare,
    versus,
    matrix,
    rank,
    trend,
    interactions,
    drift,
    diff,
    grid,
    blocs,
    map,
    movers,
    idealPoints,
    explanation,
    issueExplanation,
    citations,
    ...lists,
    issue,
    catalog,
    check,
    diagnostics,
    importSummary,
    exported,
    config,
  ])
  .meta({
    title: 'align result',
    description:
      'What align writes with -f json. Numbers are unrounded; null stands beside a reason.',
  });
