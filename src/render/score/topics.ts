import { growing, left, right } from '../kit/columns.ts';
import { count, decimal, interval } from '../kit/numbers.ts';
import type { Renderable } from '../renderable.ts';
import type { RenderContext } from '../renderer.ts';
import { pointOnScale, ruler } from '../kit/bars.ts';
import { shownRange } from '../kit/shown-range.ts';
import { table } from '../kit/text.ts';
import { tone } from '../kit/tone.ts';
import type { PartScore } from '../../results/score.ts';

/** From this width on there is room for the intervals in figures. */
const wide = 100;

/** The headline within each topic, the least aligned first: where they diverge comes before where they agree. */
export function renderTopics(
  { topics, alignment }: Renderable['score'],
  { color, width }: RenderContext,
): string {
  const shown = topics.toReversed();
  const range = shownRange(alignment.measure, shown);
  const scaleWidth = Math.min(33, Math.max(13, width - 59));
  const point = ({ value, low, high }: PartScore) => {
    if (value === null) return '';
    const share = (value - range[0]) / (range[1] - range[0]);
    return tone(color, share)(pointOnScale(value, low, high, range, scaleWidth));
  };
  return table(
    [
      growing('Topic'),
      right('n'),
      left(ruler(range, scaleWidth)),
      right(''),
      left(width >= wide ? '95 %' : ''),
    ],
    shown.map((topic) => [
      topic.title,
      count(topic.joint),
      point(topic),
      decimal(topic.value),
      width >= wide ? interval(topic.low, topic.high).replaceAll(' ', '') : '',
    ]),
    width,
    { indent: '  ', header: color.bold },
  );
}
