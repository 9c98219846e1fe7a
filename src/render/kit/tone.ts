import type { Palette } from '../renderer.ts';

/** Colour for an agreement in [0, 1]; the number beside it says the same. */
export function tone(color: Palette, agreement: number | null): Palette['bold'] {
  if (agreement === null) return color.dim;
  if (agreement >= 0.7) return color.green;
  return agreement >= 0.4 ? color.yellow : color.red;
}
