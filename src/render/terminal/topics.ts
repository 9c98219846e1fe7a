import type { PartScore } from '../../analysis/breakdown.ts';
import { count, counted, decimal, interval } from '../numbers.ts';
import type { Renderable } from '../renderable.ts';
import type { RenderContext } from '../renderer.ts';
import { pointOnScale } from './bars.ts';
import { paragraph, table } from './text.ts';
import { tone } from './tone.ts';

/** Where there are many topics, those with few issues are left to other formats, unless hardly any would remain. */
const mostTopics = 12;
const fewestIssues = 4;
const leastShown = 6;

/** From this width on there is room for the intervals in figures. */
const wide = 100;

function shownTopics(topics: readonly PartScore[]): readonly PartScore[] {
  const telling = topics.filter(({ joint }) => joint >= fewestIssues);
  const all = topics.length <= mostTopics || telling.length < leastShown;
  return (all ? topics : telling).toReversed();
}

/** `0 ──── ½ ──── 1`, or from −1 for measures that reach below 0. */
function ruler([lowest]: readonly [number, number], width: number): string {
  const [low, middle] = lowest === 0 ? ['0', '½'] : ['−1', '0'];
  const rest = width - low.length - middle.length - 5;
  const left = Math.ceil(rest / 2);
  return `${low} ${'─'.repeat(left)} ${middle} ${'─'.repeat(rest - left)} 1`;
}

/** The headline within each topic, the least aligned first: where they diverge comes before where they agree. */
export function renderTopics(
  { topics }: Renderable['score'],
  { color, width }: RenderContext,
): string {
  const shown = shownTopics(topics);
  const belowZero = shown.some(({ value, low }) => (value ?? 0) < 0 || (low ?? 0) < 0);
  const range: readonly [number, number] = belowZero ? [-1, 1] : [0, 1];
  const scaleWidth = Math.min(33, Math.max(13, width - 59));
  const point = ({ value, low, high }: PartScore) => {
    if (value === null) return '';
    const agreement = belowZero ? (value + 1) / 2 : value;
    return tone(color, agreement)(pointOnScale(value, low, high, range, scaleWidth));
  };
  const text = table(
    [
      { title: 'Topic', grow: 1 },
      { title: 'n', align: 'right' },
      { title: ruler(range, scaleWidth) },
      { title: '', align: 'right' },
      { title: width >= wide ? '95 %' : '' },
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
  const rest = topics.length - shown.length;
  if (rest === 0) return text;
  const hidden = `and ${counted(rest, 'topic')} with fewer than ${count(fewestIssues)} issues each; --format json has them`;
  return `${text}\n${color.dim(paragraph(hidden, width, '  '))}`;
}
