import type { Source } from '../../results/parts.ts';

/** Where data of a layout comes from and what may be done with it. */
export interface Origin {
  readonly title: string;
  readonly body: string;
  readonly source: Source;
  readonly license: string;
  /** What the licence asks, for people. */
  readonly licenseNote: string;
}

const voetenSource: Source = {
  id: 'voeten-un-votes',
  title: 'United Nations General Assembly Voting Data',
  author: 'Voeten, Erik; Strezhnev, Anton; Bailey, Michael',
  publisher: 'Harvard Dataverse',
  url: 'https://doi.org/10.7910/DVN/LEJUQZ',
  kind: 'dataset',
};

/** By format; `table` has none of its own. */
export const origins: Readonly<Record<'voeten' | 'unvotes' | 'un-library', Origin>> = {
  voeten: {
    title: 'Roll calls of the United Nations General Assembly (Voeten)',
    body: 'UNGA',
    source: voetenSource,
    license: 'CC0-1.0',
    licenseNote: 'CC0: free for any use; cite Bailey, Strezhnev and Voeten (2017) in research.',
  },
  unvotes: {
    title: 'Roll calls of the United Nations General Assembly (unvotes)',
    body: 'UNGA',
    source: voetenSource,
    license: 'CC0-1.0',
    licenseNote:
      'The data are CC0, by way of the R package unvotes; cite Bailey, Strezhnev and Voeten (2017) in research.',
  },
  'un-library': {
    title: 'Roll calls of the United Nations General Assembly (UN Digital Library)',
    body: 'UNGA',
    source: {
      id: 'un-digital-library',
      title: 'United Nations General Assembly Voting Data',
      author: 'UN. Dag Hammarskjöld Library',
      publisher: 'United Nations',
      url: 'https://digitallibrary.un.org/collection/Voting%20Data',
      kind: 'official',
    },
    license: 'Non-commercial use with attribution (United Nations)',
    licenseNote:
      'Terms of the United Nations: non-commercial use only, naming the UN Dag Hammarskjöld Library as the source.',
  },
};
