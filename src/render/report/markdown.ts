import type { OverTime } from '../../analysis/over-time.ts';
import { driftParts } from '../drift/markdown.ts';
import { writeDocument } from '../explanation/markdown.ts';
import { escapeMarkdown, heading } from '../kit/markdown.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { dyadParts } from '../trend/markdown.ts';
import { capital, dyadsOf, pointWords } from '../trend/words.ts';
import { overTimeTitles, untoldWords } from './words.ts';

function overTimeParts({ trend, drift }: OverTime): readonly string[] {
  return [
    heading(3, overTimeTitles.trend),
    ...(trend.result === null
      ? [escapeMarkdown(untoldWords.trend(trend.reason))]
      : [
          escapeMarkdown(capital(pointWords(trend.result))),
          ...dyadsOf(trend.result).flatMap((dyad) => dyadParts(trend.result, dyad)),
        ]),
    heading(3, overTimeTitles.drift),
    ...(drift.result === null
      ? [escapeMarkdown(untoldWords.drift(drift.reason))]
      : driftParts(drift.result)),
  ];
}

/** The words and tables of a report, without its charts. */
export const render: Renderer<Renderable['report']> = ({ explanation, provenance, overTime }) =>
  writeDocument({ ...explanation, provenance }, overTimeParts(overTime));
