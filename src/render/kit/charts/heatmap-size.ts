import { type Frame, frameWidth } from './draw.ts';

/** Room for the names of rows where there are many: codes on a phone. */
export const headWidth: Readonly<Record<Frame, number>> = { wide: 104, narrow: 34 };

/** Of more countries, names are set small, and codes of columns upright. */
const many = 24;
/** Cells are no smaller: labels of rows could not be read. */
const leastSide = 9;
/** Where cells would be, the drawing is wider than its frame, and scrolled. */
const scrolledSide = 13;

export interface HeatmapSize {
  readonly width: number;
  readonly marginLeft: number;
  readonly marginTop: number;
  readonly side: number;
  readonly labelSize: number;
  readonly codeSize: number;
  /** Whether codes of columns are turned, as cells are narrower than they are. */
  readonly isTurned: boolean;
  readonly isScrolled: boolean;
}

/** How large cells and labels of so many countries are, so that every label can be read. */
export function heatmapSize(n: number, frame: Frame): HeatmapSize {
  const wide = frame === 'wide';
  const isTurned = n > (wide ? many : 14);
  const marginLeft = n > many ? headWidth[frame] : wide ? 150 : 38;
  const marginRight = wide ? 0 : 2;
  const fit = (frameWidth[frame] - marginLeft - marginRight) / n;
  const isScrolled = fit < leastSide;
  const side = isScrolled ? scrolledSide : Math.min(wide ? 44 : 36, fit);
  return {
    width: isScrolled ? marginLeft + side * n + marginRight : frameWidth[frame],
    marginLeft,
    marginTop: isTurned ? 34 : 22,
    side,
    labelSize: Math.min(wide ? 12.5 : 11, side * 0.85),
    codeSize: isTurned
      ? Math.min(wide ? 12 : 10.5, side * 0.85)
      : Math.min(wide ? 12 : 10.5, side * 0.42),
    isTurned,
    isScrolled,
  };
}
