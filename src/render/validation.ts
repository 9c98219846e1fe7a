import { countFindings, formatFinding } from '../catalog/findings.ts';
import { toJson } from './json.ts';
import { counted } from './numbers.ts';
import type { Renderable } from './renderable.ts';
import type { Renderer } from './renderer.ts';
import { workflowCommand } from './workflow-commands.ts';

type Validation = Renderable['validation'];

function summarize({ files, findings }: Validation): string {
  const extent = counted(files.length, 'catalog');
  return findings.length === 0
    ? `${extent}, nothing to complain about`
    : `${countFindings(findings)} in ${extent}`;
}

/** Every finding with its line and a caret under the place, then how many there are. */
export const renderValidation: Renderer<Validation> = (validation) =>
  [...validation.findings.map(formatFinding), summarize(validation)].join('\n\n').concat('\n');

export const renderValidationJson: Renderer<Validation> = ({ files, findings, version }) =>
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
    provenance: { version },
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
    '',
  ].join('\n');
