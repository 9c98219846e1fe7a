import { toJson } from '../kit/json.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';

export const render: Renderer<Renderable['validation']> = ({
  files,
  findings,
  comparison,
  against,
  project,
  policies = [],
  fixed,
  coded,
  provenance,
}) =>
  toJson({
    schema: 'align/diagnostics@1',
    diagnostics: findings.map(({ code, severity, file, line, column, message, hint }) => ({
      code,
      severity,
      file,
      line,
      column,
      message,
      hint: hint ?? null,
    })),
    files: [...files, ...policies, ...(project === undefined ? [] : [project])],
    ...(comparison ? { comparison: { record: against, ...comparison } } : {}),
    ...(coded ? { coded } : {}),
    ...(fixed ? { fixed: fixed.shown } : {}),
    provenance,
  });
