import { type Frame, Plot } from './draw.ts';

/** A row of a chart: a label, a mark drawn by the chart, and a number at the end. */
export interface Row {
  readonly label: string;
  readonly end: string;
}

interface Layout {
  readonly marginLeft: number;
  readonly marginRight: number;
  readonly rowHeight: number;
  /** Of the middle of the labels above the middle of the marks, in pixels. */
  readonly labelAbove: number;
  readonly labelEms: number;
}

const layouts: Readonly<Record<Frame, Layout>> = {
  wide: { marginLeft: 300, marginRight: 62, rowHeight: 23, labelAbove: 0, labelEms: 22.5 },
  narrow: { marginLeft: 10, marginRight: 12, rowHeight: 40, labelAbove: 17, labelEms: 23 },
};

const [marginTop, marginBottom] = [30, 8] as const;

/** Size and scales of a chart with a row each: labels at the left, or above the marks on a phone. */
export function rowLayout(rows: number, frame: Frame) {
  const { rowHeight, marginLeft, marginRight, labelAbove } = layouts[frame];
  return {
    height: Math.ceil(marginTop + rows * rowHeight + marginBottom),
    marginLeft,
    marginRight,
    marginTop,
    marginBottom,
    y: { domain: [-0.5 - labelAbove / 80, rows - 0.5], reverse: true, axis: null },
  } as const;
}

/** Labels and end numbers of rows; `muted` rows are set back. @param room for labels and end numbers that are not as usual */
export function rowTexts(
  rows: readonly (Row & { readonly row: number })[],
  frame: Frame,
  className: string,
  room: Partial<Pick<Layout, 'marginRight' | 'labelEms'>> = {},
): Plot.Markish[] {
  const { marginLeft, marginRight, labelAbove, labelEms } = { ...layouts[frame], ...room };
  const shared = { y: 'row', className, dy: -labelAbove } as const;
  return [
    Plot.text(rows, {
      ...shared,
      text: 'label',
      frameAnchor: 'left',
      textAnchor: 'start',
      dx: frame === 'wide' ? -marginLeft : -4,
      lineWidth: labelEms,
      textOverflow: 'ellipsis',
    }),
    Plot.text(rows, {
      ...shared,
      text: 'end',
      frameAnchor: 'right',
      textAnchor: 'end',
      dx: frame === 'wide' ? marginRight : marginRight - 8,
      fontVariant: 'tabular-nums',
    }),
  ];
}
