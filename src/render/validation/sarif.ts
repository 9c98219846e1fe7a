import { ruleText } from '../../catalog/rule-texts.ts';
import { version } from '../../version.ts';
import { toJson } from '../kit/json.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';

/** A path as a URI: relative to the folder of the run, unless the file lies elsewhere. */
function uriOf(file: string): string {
  const path = file
    .replaceAll('\\', '/')
    .replaceAll(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  return path.startsWith('/') ? `file://${path}` : path;
}

/** The Static Analysis Results Interchange Format, version 2.1.0 (OASIS), which code hosts and editors read. */
export const render: Renderer<Renderable['validation']> = ({
  files,
  findings,
  comparison,
  against,
  fixed,
  coded,
  provenance,
}) => {
  const codes = [...new Set(findings.map(({ code }) => code))].sort();
  return toJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'align',
            semanticVersion: version,
            rules: codes.map((id) => ({
              id,
              shortDescription: { text: ruleText(id) },
              help: {
                text: `${ruleText(id)} See the section ${id} of docs/rules.md in align-cli.`,
              },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        artifacts: files.map((file) => ({ location: { uri: uriOf(file) } })),
        results: findings.map(({ code, severity, file, line, column, message, hint }) => ({
          ruleId: code,
          ruleIndex: codes.indexOf(code),
          level: severity,
          message: { text: hint === undefined ? message : `${message}\n${hint}` },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: uriOf(file) },
                region: { startLine: line, startColumn: column },
              },
            },
          ],
        })),
        properties: {
          provenance,
          ...(coded ? { coded } : {}),
          ...(fixed ? { fixed: fixed.shown } : {}),
          ...(comparison ? { comparison: { record: against, ...comparison } } : {}),
        },
      },
    ],
  });
};
