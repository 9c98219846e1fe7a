import type { Dealing } from '../../analysis/dealings.ts';
import type { PartyLabel } from '../../analysis/score.ts';
import { counted, signed } from '../numbers.ts';
import { drawChart, type Drawing, type Frame, Plot } from './draw.ts';

interface Event {
  readonly from: Date;
  readonly to: Date;
  readonly goldstein: number;
  readonly direction: Dealing['direction'];
}

const day = 86_400_000;
/** Events that last longer than this are drawn as a line. */
const longFrom = 45 * day;

/** First or last day of a date as catalogs write it: year, month or day. */
function edgeOf(date: string, last: boolean): Date {
  const [year = 1970, month, dayOfMonth] = date.split('-').map(Number);
  if (month === undefined) return new Date(Date.UTC(last ? year + 1 : year, 0, last ? 0 : 1));
  if (dayOfMonth === undefined)
    return new Date(Date.UTC(year, last ? month : month - 1, last ? 0 : 1));
  return new Date(Date.UTC(year, month - 1, dayOfMonth));
}

function toEvent({ date, goldstein, direction }: Dealing): Event {
  const [from = '', to = from] = date.split('/');
  return { from: edgeOf(from, false), to: edgeOf(to, true), goldstein, direction };
}

const shapes = [
  ['mutual', 'circle', 'strong'],
  ['a-to-b', 'triangle', 'fill-a'],
  ['b-to-a', 'square', 'fill-b'],
] as const;

/** Events over time on the Goldstein scale: cooperation above the line, conflict below it. */
export function drawInteractions(
  dealings: readonly Dealing[],
  countries: readonly [PartyLabel, PartyLabel],
  frame: Frame,
): Drawing {
  const events = dealings.map(toEvent);
  const [a, b] = countries.map(({ name }) => name) as [string, string];
  const wide = frame === 'wide';
  const first = Math.min(...events.map(({ from }) => from.getTime()));
  const last = Math.max(...events.map(({ to }) => to.getTime()));
  const pad = Math.max(30 * day, (last - first) / 60);
  const long = events.filter(({ from, to }) => to.getTime() - from.getTime() > longFrom);
  const words: Readonly<Record<Dealing['direction'], string>> = {
    mutual: 'between both',
    'a-to-b': `${a} towards ${b}`,
    'b-to-a': `${b} towards ${a}`,
  };
  const shown = shapes.filter(([direction]) => events.some((e) => e.direction === direction));
  // The legend is one line on a wide chart and a line each on a narrow one.
  const places = shown.map((_, i) => ({
    dx: wide
      ? shown
          .slice(0, i)
          .reduce((x, [direction]) => x + 34 + Math.min(40, words[direction].length) * 6.6, -24)
      : -18,
    line: wide ? 0 : i,
  }));
  const marginTop = 22 + (wide ? 18 : shown.length * 18);
  return drawChart(
    `Events between ${a} and ${b} over time by their Goldstein weight, ${counted(events.length, 'event')}. The list below has them all.`,
    frame,
    {
      height: (wide ? 270 : 220) + marginTop,
      marginLeft: 34,
      marginRight: 12,
      marginTop,
      marginBottom: 30,
      x: { type: 'utc', domain: [new Date(first - pad), new Date(last + pad)], axis: null },
      y: { domain: [-10, 10], axis: null },
      marks: [
        Plot.gridY([-10, -5, 5, 10], { className: 'grid', strokeOpacity: 1 }),
        Plot.ruleY([0], { className: 'mid-line' }),
        Plot.axisY([-10, -5, 0, 5, 10], {
          className: 'axis',
          tickSize: 0,
          label: null,
          tickFormat: (value: number) => signed(value, 0),
        }),
        Plot.axisX({
          ticks: wide ? 8 : 4,
          className: 'axis',
          tickSize: 0,
          tickPadding: 8,
          label: null,
        }),
        Plot.text(['cooperative'], {
          frameAnchor: 'top-right',
          dy: 5,
          dx: -2,
          className: 'muted',
        }),
        Plot.text(['conflictual'], {
          frameAnchor: 'bottom-right',
          dy: -5,
          dx: -2,
          className: 'muted',
        }),
        Plot.link(long, {
          x1: 'from',
          x2: 'to',
          y: 'goldstein',
          className: 'link',
          strokeWidth: 1.5,
        }),
        ...(['near', 'far'] as const).map((tone) =>
          Plot.ruleX(
            events.filter(({ goldstein }) => (tone === 'near' ? goldstein > 0 : goldstein < 0)),
            {
              x: 'from',
              y1: 0,
              y2: 'goldstein',
              className: `${tone}-line`,
              strokeWidth: 1.5,
              strokeOpacity: 0.6,
            },
          ),
        ),
        ...shown.flatMap(([direction, symbol, className], i) => {
          const mark = { symbol, r: 4.5, className, fill: 'currentColor' } as const;
          const dy = -marginTop + 10 + (places[i]?.line ?? 0) * 18;
          const dx = places[i]?.dx ?? 0;
          const place = { frameAnchor: 'top-left', dy } as const;
          return [
            Plot.dot(
              events.filter((event) => event.direction === direction),
              { ...mark, x: 'from', y: 'goldstein' },
            ),
            Plot.dot([0], { ...mark, ...place, dx }),
            Plot.text([words[direction]], {
              ...place,
              dx: dx + 10,
              textAnchor: 'start',
              className: 'strong',
            }),
          ];
        }),
      ],
    },
  );
}
