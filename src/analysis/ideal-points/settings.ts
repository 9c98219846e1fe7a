import type { IdealPointEdition } from '../../results/vocabulary.ts';
import { defaultModel, type ModelSettings } from './state.ts';

/** How ideal points are asked for. */
export interface IdealPointSettings {
  /** Of the published estimates, whose filters apply. */
  readonly edition: IdealPointEdition;
  /** Whether roll calls on one text, told by its title, share their parameters. */
  readonly links: boolean;
  /** Name of the country whose side is positive; without it the United States, or who voted most. */
  readonly positive?: string | undefined;
  readonly model: ModelSettings;
}

export const defaultIdealPoints: IdealPointSettings = {
  edition: '2020',
  links: true,
  model: defaultModel,
};
