import { Chalk, supportsColor, supportsColorStderr } from 'chalk';
import type { RenderContext } from '../render/renderer.ts';
import type { Io } from './io.ts';
import type { Output } from './output.ts';
import type { GlobalOptions, OutputOptions } from './options.ts';

const widthWhenPiped = 100;
const narrowest = 40;

function colorLevel({ color }: GlobalOptions, { env, stdout }: Io, toFile: boolean): 0 | 1 | 2 | 3 {
  if (color === false) return 0;
  const supported = (supportsColor || supportsColorStderr || { level: 1 as const }).level;
  const level = supported === 0 ? 1 : supported;
  if (color === true) return level;
  if ((env['NO_COLOR'] ?? '') !== '') return 0;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced === '0' || forced === 'false' ? 0 : level;
  return stdout.isTTY && !toFile && env['TERM'] !== 'dumb' ? level : 0;
}

/** Width and colour of the output: those of the window, or plain text of a fixed width when piped. */
export function renderContext(
  options: GlobalOptions & OutputOptions,
  output: Output,
  io: Io,
): RenderContext {
  const named = Number(io.env['COLUMNS']);
  const window = output.file === undefined && io.stdout.isTTY ? io.stdout.columns : undefined;
  const width = window ?? (Number.isInteger(named) && named > 0 ? named : widthWhenPiped);
  return {
    width: Math.max(narrowest, width),
    color: new Chalk({ level: colorLevel(options, io, output.file !== undefined) }),
    bom: options.bom === true,
  };
}
