import { z } from 'zod';
import { check } from './check.ts';
import { config } from './config.ts';
import { diagnostics } from './diagnostics.ts';
import { compare, matrix, rank } from './dyads.ts';
import { exported } from './export.ts';
import { explanation, issueExplanation } from './explanation.ts';
import { importSummary } from './import.ts';
import { catalog, citations, issue, lists } from './inventory.ts';
import { score } from './score.ts';
import { drift } from './drift.ts';
import { grid } from './grid.ts';
import { trend } from './trend.ts';

/**
 * The shape of what `-f json` writes. `align schema result` prints it as JSON Schema.
 * What it declares is all there is.
 */
export const resultSchema = z
  .discriminatedUnion('schema', [
    score,
    compare,
    matrix,
    rank,
    trend,
    drift,
    grid,
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
