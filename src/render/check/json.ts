import { hintWords, messageWords } from './words.ts';
import { toJson } from '../kit/json.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';

export const render: Renderer<Renderable['check']> = (result) => {
  const { provenance, ...check } = result;
  return toJson({
    ...check,
    assertions: check.assertions.map((assertion) => {
      const { id, passed, status, actual, expected, ...rest } = assertion;
      const message = messageWords(assertion);
      const hint = hintWords(assertion, result);
      return { id, passed, status, actual, expected, message, hint, ...rest };
    }),
    provenance,
  });
};
