import type { Renderer } from './renderer.ts';
import type { Renderable } from './renderable.ts';

type Kind = keyof Renderable;
type Load<K extends Kind> = () => Promise<Renderer<Renderable[K]>>;

/** Every renderer, by kind of result and format, loaded when it is asked for. */
const renderers: { readonly [K in Kind]: Readonly<Record<string, Load<K>>> } = {
  score: {
    table: () => import('./terminal/score.ts').then((m) => m.renderScore),
    json: () => import('./json.ts').then((m) => m.renderScoreJson),
    csv: () => import('./csv.ts').then((m) => m.renderScoreCsv),
  },
};

/** The renderer of a kind of result in a format that the command offers. */
export async function rendererOf<K extends Kind>(
  kind: K,
  format: string,
): Promise<Renderer<Renderable[K]>> {
  const load = renderers[kind][format];
  if (!load) throw new Error(`nothing renders ${kind} as ${format}`);
  return load();
}
