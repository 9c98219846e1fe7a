import type { GridCell } from '../../results/grid.ts';
import type { Renderable } from '../renderable.ts';
import { counted, countedSides } from '../kit/numbers.ts';

/** For, against and between at a glance; a position at the end of a scale that knows degrees is doubled. */
export function glyph({ position, value }: GridCell, scale: string): string {
  if (position === null) return '';
  if (value === null) return '–';
  if (value === 0) return '●';
  const sign = value > 0 ? '▲' : '▼';
  return Math.abs(value) === 1 && scale === 'stance5' ? sign + sign : sign;
}

export function gridFacts({ issues, countries }: Renderable['grid']): string {
  const differing = issues.filter(({ differ }) => differ).length;
  return `${counted(issues.length, 'issue')} · ${countedSides(countries)} · they differ on ${differing}`;
}

/** A day or month as it is, of a span its years: a row has room for no more. */
export function yearsOrDay(date: string): string {
  const [from = '', to = ''] = date.split('/').map((each) => each.slice(0, 4));
  if (to === '') return date;
  return from === to ? from : `${from}–${to}`;
}

export const legend =
  '▲ for · ● between · ▼ against · – absent; doubled: strongly; empty: not known';
