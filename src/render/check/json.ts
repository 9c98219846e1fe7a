import { hintWords, messageWords } from './words.ts';
import { toJson } from '../kit/json.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';

export const render: Renderer<Renderable['check']> = ({ provenance, ...check }) =>
  toJson({
    ...check,
    assertions: check.assertions.map((assertion) => {
      const { id, passed, status, actual, expected, ...rest } = assertion;
      const message = messageWords(assertion);
      const hint = hintWords(assertion, check);
      return { id, passed, status, actual, expected, message, hint, ...rest };
    }),
    provenance,
  });
