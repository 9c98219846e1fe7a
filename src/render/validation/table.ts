import { formatFinding } from '../../catalog/findings.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { summarize, summarizeComparison } from './words.ts';

/** Every finding with its line and a caret under the place, then how many there are. */
export const render: Renderer<Renderable['validation']> = (validation) =>
  [
    ...validation.findings.map(formatFinding),
    ...validation.rest,
    [summarize(validation), ...summarizeComparison(validation)].join('\n'),
  ]
    .join('\n\n')
    .concat('\n');
