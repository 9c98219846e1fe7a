import { escapeText } from '../html/markup.ts';
import { wrap } from '../text.ts';
import { type Drawing, frameWidth } from './draw.ts';
import { chartRules, dark, light, type Palette } from './palette.ts';

const margin = 20;
const gap = 16;
const titleLine = 24;
/** Characters of a line of the title, of a bold typeface that is wide. */
const titleLength = 66;

function rules(palette: Palette): string {
  return `.chart .paper{fill:${palette.paper}}\n${chartRules(palette)}`;
}

/** A drawing as a part of another, at a height of it. */
function placed({ width, height, svg }: Drawing, y: number): string {
  return svg.replace(
    /^<svg role="img" aria-label="[^"]*"/,
    `<svg y="${y}" width="${width}" height="${height}" overflow="visible"`,
  );
}

/**
 * Drawings, one below the other, as a file of their own, with a title and their style inside. It follows the
 * viewer's light or dark setting and brings its own ground, for viewers that set one without the other.
 *
 * @param title with the countries that it is about
 */
export function standAlone(title: string, ...drawings: readonly Drawing[]): string {
  const style = `${rules(light)}\n.chart .heading{font-weight:600}\n@media (prefers-color-scheme:dark){\n${rules(dark)}\n}`;
  const lines = wrap(title, titleLength);
  const head = lines.length * titleLine;
  const starts = drawings.map((_, i) =>
    drawings.slice(0, i).reduce((y, { height }) => y + height + gap, head),
  );
  const end = drawings.reduce((y, { height }) => y + height + gap, head) - gap;
  const widest = drawings.reduce((most, { width }) => Math.max(most, width), frameWidth.wide);
  const [w, h] = [widest + 2 * margin, end + 2 * margin];
  const texts = lines.map(
    (line, i) =>
      `<text class="strong heading" y="${14 + i * titleLine}">${escapeText(line)}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="${-margin} ${-margin} ${w} ${h}" role="img" aria-label="${escapeText(title)}">`,
    `<title>${escapeText(title)}</title>`,
    `<desc>${escapeText(drawings.map(({ label }) => label).join(' '))}</desc>`,
    `<style>${style}</style>`,
    `<g class="chart" font-family="system-ui, sans-serif" font-size="17"><rect class="paper" x="${-margin}" y="${-margin}" width="${w}" height="${h}"/>${texts.join('')}</g>`,
    ...drawings.map((drawing, i) => placed(drawing, starts[i] ?? 0)),
    '</svg>\n',
  ].join('\n');
}
