import type { Drawing } from './draw.ts';
import { chartRules, dark, light } from './palette.ts';

/** A chart as a file of its own, with its style inside; it follows the viewer's light or dark setting. */
export function standAlone({ width, height, svg }: Drawing): string {
  const style = `${chartRules(light)}\n.chart .heading{font-weight:600}\n@media screen and (prefers-color-scheme:dark){\n${chartRules(dark)}\n}`;
  return svg
    .replace(
      /^<svg((?:\s[\w:-]+="[^"]*")*)>/,
      (_, attributes: string) =>
        `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"${attributes}><style>${style}</style>`,
    )
    .concat('\n');
}
