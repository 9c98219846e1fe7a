import type { Renderable } from './renderable.ts';
import type { Renderer } from './renderer.ts';

/** One object, indented, numbers as they are, keys in the order of the result. */
export function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

export const renderScoreJson: Renderer<Renderable['score']> = ({
  allInteractions: _,
  provenance,
  ...result
}) => toJson({ ...result, provenance });
