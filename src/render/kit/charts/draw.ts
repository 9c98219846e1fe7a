import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { escapeText } from '../html/markup.ts';

/** Room that a chart is drawn for: a column of text, or a phone. */
export type Frame = 'wide' | 'narrow';

export const frameWidth: Readonly<Record<Frame, number>> = { wide: 720, narrow: 344 };

/** A chart as SVG without any style of its own: classes of the palette carry the colours. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** What it shows, for those who do not see it. */
  readonly label: string;
  /** The `svg` element, sized by its `viewBox` alone. */
  readonly svg: string;
  /** Of a drawing wider than its frame, which is scrolled: what heads its rows, and stays in sight. */
  readonly heads?: { readonly width: number; readonly svg: string };
}

export interface ChartOptions extends Omit<Plot.PlotOptions, 'document' | 'width'> {
  readonly height: number;
  readonly fontSize?: number;
  /** Where the frame is too narrow for it. */
  readonly width?: number;
}

/**
 * Draws a chart with Observable Plot outside a browser. What a content security policy would block is
 * taken out: style elements and style attributes.
 *
 * @param label what the chart shows, for those who do not see it
 */
export function drawChart(label: string, frame: Frame, options: ChartOptions): Drawing {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const { fontSize = frame === 'wide' ? 12.5 : 12, ...plot } = options;
  const width = Math.max(frameWidth[frame], options.width ?? 0);
  const svg = Plot.plot({ ...plot, width, document });
  for (const style of svg.querySelectorAll('style')) style.remove();
  for (const element of svg.querySelectorAll('*')) {
    for (const name of ['style', 'aria-label', 'aria-description', 'aria-hidden'])
      element.removeAttribute(name);
  }
  for (const name of ['style', 'width', 'height']) svg.removeAttribute(name);
  svg.setAttribute('class', `chart ${frame}`);
  svg.setAttribute('font-size', String(fontSize));
  svg.setAttribute('font-family', 'system-ui, sans-serif');
  // Not through linkedom, which leaves `<` in attributes: good HTML, but no XML.
  const named = `<svg role="img" aria-label="${escapeText(label)}"`;
  return { width, height: options.height, label, svg: named + svg.outerHTML.slice('<svg'.length) };
}

export { Plot };
