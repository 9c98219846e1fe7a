import { countFindings, formatFinding } from '../../catalog/findings.ts';
import { toJson } from '../kit/json.ts';
import { count, counted } from '../kit/numbers.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { workflowCommand } from '../kit/workflow-commands.ts';

type Validation = Renderable['validation'];

export function summarize({ files, findings }: Validation): string {
  const extent = counted(files.length, 'catalog');
  return findings.length === 0
    ? `${extent}, nothing to complain about`
    : `${countFindings(findings)} in ${extent}`;
}

/** How recorded votes compare with the record, in a line; nothing if they were not compared. */
export function summarizeComparison({ comparison, against = 'the record' }: Validation): string[] {
  if (!comparison) return [];
  const { claimed, found, votes, agreeing } = comparison;
  if (claimed === 0) return [`no recorded votes to compare with ${against}`];
  return [
    `roll calls found in ${against}: ${count(found)} of ${count(claimed)}; votes that agree: ${count(agreeing)} of ${count(votes)}`,
  ];
}

/** Every finding with its line and a caret under the place, then how many there are. */
export const renderValidation: Renderer<Validation> = (validation) =>
  [
    ...validation.findings.map(formatFinding),
    [summarize(validation), ...summarizeComparison(validation)].join('\n'),
  ]
    .join('\n\n')
    .concat('\n');

export const renderValidationJson: Renderer<Validation> = ({
  files,
  findings,
  comparison,
  against,
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
    files,
    ...(comparison ? { comparison: { record: against, ...comparison } } : {}),
    provenance,
  });

/** A workflow command for every finding, then how many there are. */
export const renderValidationGithub: Renderer<Validation> = (validation) =>
  [
    ...validation.findings.map(({ code, severity, hint, message, file, line, column }) =>
      workflowCommand({
        level: severity,
        file,
        line,
        column,
        title: code,
        message: [message, ...(hint === undefined ? [] : [hint])].join('\n'),
      }),
    ),
    summarize(validation),
    ...summarizeComparison(validation),
    '',
  ].join('\n');
