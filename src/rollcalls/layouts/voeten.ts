import type { Source } from '../../results/parts.ts';
import type { ColumnNames, Flags, Layout } from './layout.ts';

export const voetenSource: Source = {
  id: 'voeten-un-votes',
  title: 'United Nations General Assembly Voting Data',
  author: 'Voeten, Erik; Strezhnev, Anton; Bailey, Michael',
  publisher: 'Harvard Dataverse',
  url: 'https://doi.org/10.7910/DVN/LEJUQZ',
  kind: 'dataset',
};

/** Flags of the data set, and the subjects they stand for (Voeten's codebook). */
export const voetenSubjects: Flags = [
  ['me', 'Palestinian conflict'],
  ['nu', 'Nuclear weapons and nuclear material'],
  ['di', 'Arms control and disarmament'],
  ['hr', 'Human rights'],
  ['co', 'Colonialism'],
  ['ec', 'Economic development'],
];

export const voetenDetails: ColumnNames = {
  roll_call: ['rcid'],
  resolution: ['unres'],
  date: ['date'],
  session: ['session'],
  title: ['descr'],
  short: ['short'],
  important: ['importantvote'],
  total_yes: ['yes'],
  total_no: ['no'],
  total_abstentions: ['abstain'],
};

export const voetenOn: Flags = [
  ['amend', 'amendment'],
  ['para', 'paragraph'],
];

/** Erik Voeten's `UNVotes.csv`. States go by their COW number, as the file gives one ISO code to both Yemens. */
export const voeten: Layout = {
  name: 'voeten',
  about: 'UNVotes.csv of Voeten, a row per vote',
  origin: {
    title: 'Roll calls of the United Nations General Assembly (Voeten)',
    source: voetenSource,
    license: 'CC0-1.0',
    licenseNote: 'CC0: free for any use; cite Bailey, Strezhnev and Voeten (2017) in research.',
  },
  body: 'UNGA',
  rows: 'votes',
  columns: {
    ...voetenDetails,
    code: ['ccode'],
    name: ['Countryname'],
    label: ['Country'],
    vote: ['vote'],
  },
  needs: ['roll_call', 'code', 'vote', 'date', 'session', 'resolution'],
  unread: ['member', 'year', 'ident', 'resid'],
  codes: 'voeten',
  countries: 'cow',
  states: ['code'],
  byYear: false,
  subjects: voetenSubjects,
  on: voetenOn,
  missing: ['NA'],
  shortSymbols: true,
  printedTitles: true,
};
