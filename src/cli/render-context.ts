import type { Palette, RenderContext } from '../render/renderer.ts';
import { openAtlas } from '../question/open-library.ts';
import type { Io } from './io.ts';
import type { Output } from './output.ts';
import type { GlobalOptions, OutputOptions } from './options.ts';

const widthWhenPiped = 100;
const narrowest = 40;

const asItIs = (text: string) => text;
const plain: Palette = { bold: asItIs, dim: asItIs, green: asItIs, red: asItIs, yellow: asItIs };

function isColorWanted({ color }: GlobalOptions, { env, stdout }: Io, toFile: boolean): boolean {
  if (color !== undefined) return color;
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined && !toFile) return forced !== '0' && forced !== 'false';
  return stdout.isTTY && !toFile && env['TERM'] !== 'dumb';
}

/** Chalk with as many colours as the terminal has; it takes as long to load as a score to compute. */
async function loadColors(): Promise<Palette> {
  const { Chalk, supportsColor, supportsColorStderr } = await import('chalk');
  const { level } = supportsColor || supportsColorStderr || { level: 1 as const };
  return new Chalk({ level: level === 0 ? 1 : level });
}

/** Width and colour of the output: those of the window, or plain text of a fixed width when piped. */
export async function renderContext(
  options: GlobalOptions & OutputOptions,
  output: Output,
  io: Io,
): Promise<RenderContext> {
  const toFile = output.file !== undefined;
  const named = Number(io.env['COLUMNS']);
  const onScreen = !toFile && io.stdout.isTTY;
  const atlas = openAtlas();
  const window = onScreen ? io.stdout.columns : undefined;
  const width = window ?? (Number.isInteger(named) && named > 0 ? named : widthWhenPiped);
  return {
    onScreen,
    width: Math.max(narrowest, width),
    color: isColorWanted(options, io, toFile) ? await loadColors() : plain,
    cowOf: (code) => atlas.byCode(code)?.cow?.abbreviation ?? null,
    bom: options.bom === true,
  };
}
