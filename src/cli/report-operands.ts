import type { OverTime } from '../analysis/over-time.ts';
import { noEvidence, UserError } from '../errors.ts';
import { type ChartName, chartNames } from '../render/kit/charts/chart-names.ts';
import type { GlobalOptions, MeasureOptions, OutputOptions, SelectionOptions } from './options.ts';

export type ReportOptions = SelectionOptions &
  MeasureOptions &
  OutputOptions &
  GlobalOptions & { readonly matrix?: true | readonly string[]; readonly chart?: ChartName };

function fail(message: string, hint: string): never {
  throw new UserError(message, { hint });
}

/** @throws UserError (usage) if operands, options and format do not go together */
export function checkReportOperands(
  names: readonly string[],
  { matrix, chart }: ReportOptions,
  format: string,
) {
  if (matrix !== undefined && names.length > 0)
    fail(
      'a matrix report takes its countries after --matrix',
      'align report --matrix china russia usa',
    );
  if (matrix === undefined && names.length !== 2)
    fail('name two countries or blocs, or ask for --matrix', 'align report china russia');
  if (Array.isArray(matrix) && matrix.length < 2)
    fail('a matrix needs two countries or more', 'name more, or none for those covered best');
  if (chart !== undefined && format !== 'svg')
    fail('--chart is for --format svg', 'the HTML report has all charts');
  if (format === 'svg' && matrix === undefined && chart === undefined)
    fail('say which chart', `--chart ${chartNames.join(', ')}`);
}

/** @throws UserError (no evidence) for a chart alone of what cannot be told, with the reason */
export function refuseUntold(chart: ChartName, format: string, overTime: OverTime) {
  if (format !== 'svg' || (chart !== 'trend' && chart !== 'drift')) return;
  const told = overTime[chart];
  if (told.result === null)
    throw new UserError(`there is no ${chart} to draw: ${told.reason}`, {
      hint: 'widen the selection, or take another chart',
      exitCode: noEvidence,
    });
}
