import type { Drawing } from './draw.ts';
import { chartRules, dark, light, type Palette } from './palette.ts';

const margin = 20;

function rules(palette: Palette): string {
  return `.chart .paper{fill:${palette.paper}}\n${chartRules(palette)}`;
}

/**
 * A chart as a file of its own, with its style inside. It follows the viewer's light or dark setting and
 * brings its own ground, for viewers that set one without the other.
 */
export function standAlone({ width, height, svg }: Drawing): string {
  const [w, h] = [width + 2 * margin, height + 2 * margin];
  const style = `${rules(light)}\n.chart .heading{font-weight:600}\n@media (prefers-color-scheme:dark){\n${rules(dark)}\n}`;
  const ground = `<rect class="paper" x="${-margin}" y="${-margin}" width="${w}" height="${h}"/>`;
  return svg
    .replace(/ viewBox="[^"]*"/, ` viewBox="${-margin} ${-margin} ${w} ${h}"`)
    .replace(
      /^<svg((?:\s[\w:-]+="[^"]*")*)>/,
      (_, attributes: string) =>
        `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}"${attributes}><style>${style}</style>${ground}`,
    )
    .concat('\n');
}
