import type { Provenance } from '../../../results/parts.ts';
import { escapeText } from '../html/markup.ts';
import { wrap } from '../text.ts';
import { weightsWords } from '../wording.ts';
import { type Drawing, frameWidth } from './draw.ts';
import { chartRules, dark, light, type Palette } from './palette.ts';

const margin = 20;
const gap = 16;
const titleLine = 24;
/** Characters of a line of the title, of a bold typeface that is wide. */
const titleLength = 66;
const captionLine = 20;
/** Characters of a line of the caption, which is smaller. */
const captionLength = 90;

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
 * @param result whose provenance a caption below takes the weights from, if the issues have some of their own
 */
export function standAlone(
  title: string,
  { provenance: { weights } }: { readonly provenance: Provenance },
  ...drawings: readonly Drawing[]
): string {
  const style = `${rules(light)}\n.chart .heading{font-weight:600}\n@media (prefers-color-scheme:dark){\n${rules(dark)}\n}`;
  const lines = wrap(title, titleLength);
  const head = lines.length * titleLine;
  const starts = drawings.map((_, i) =>
    drawings.slice(0, i).reduce((y, { height }) => y + height + gap, head),
  );
  const end = drawings.reduce((y, { height }) => y + height + gap, head) - gap;
  const widest = drawings.reduce((most, { width }) => Math.max(most, width), frameWidth.wide);
  const caption = weights ? `Weights: ${weightsWords(weights)}` : '';
  const captions = caption === '' ? [] : wrap(caption, captionLength);
  const [w, h] = [widest + 2 * margin, end + captions.length * captionLine + 2 * margin];
  const texts = lines.map(
    (line, i) =>
      `<text class="strong heading" y="${14 + i * titleLine}">${escapeText(line)}</text>`,
  );
  const below = captions.map(
    (line, i) =>
      `<text class="muted" y="${end + (i + 1) * captionLine}" font-size="14">${escapeText(line)}</text>`,
  );
  const told = [...drawings.map(({ label }) => label), ...(caption === '' ? [] : [`${caption}.`])];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="${-margin} ${-margin} ${w} ${h}" role="img" aria-label="${escapeText(title)}">`,
    `<title>${escapeText(title)}</title>`,
    `<desc>${escapeText(told.join(' '))}</desc>`,
    `<style>${style}</style>`,
    `<g class="chart" font-family="system-ui, sans-serif" font-size="17"><rect class="paper" x="${-margin}" y="${-margin}" width="${w}" height="${h}"/>${[...texts, ...below].join('')}</g>`,
    ...drawings.map((drawing, i) => placed(drawing, starts[i] ?? 0)),
    '</svg>\n',
  ].join('\n');
}
