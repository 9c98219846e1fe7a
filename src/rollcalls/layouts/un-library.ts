import type { ColumnNames, Layout, Origin } from './layout.ts';

/** Terms of the United Nations for what the Dag Hammarskjöld Library publishes. */
export const libraryTerms = {
  license: 'Non-commercial use with attribution (United Nations)',
  licenseNote:
    'Terms of the United Nations: non-commercial use only, naming the UN Dag Hammarskjöld Library as the source.',
} as const;

/** The United Nations have two states of the Congo, and call one of them by that name alone. */
export const libraryNames: ReadonlyMap<string, string> = new Map([
  ['CONGO', 'iso:COG'],
  ['Congo', 'iso:COG'],
]);

export const assemblyOrigin: Origin = {
  title: 'Roll calls of the United Nations General Assembly (UN Digital Library)',
  source: {
    id: 'un-digital-library',
    title: 'United Nations General Assembly Voting Data',
    author: 'UN. Dag Hammarskjöld Library',
    publisher: 'United Nations',
    url: 'https://digitallibrary.un.org/collection/Voting%20Data',
    kind: 'official',
  },
  ...libraryTerms,
};

export const libraryDetails: ColumnNames = {
  roll_call: ['undl_id', 'roll_call'],
  resolution: ['resolution'],
  date: ['date'],
  session: ['session'],
  title: ['title'],
  series: ['series'],
  description: ['agenda_title'],
  subjects: ['subjects'],
  on: ['on'],
  important: ['important'],
  total_yes: ['total_yes'],
  total_no: ['total_no'],
  total_abstentions: ['total_abstentions'],
  total_non_voting: ['total_non_voting'],
  modality: ['modality'],
};

/** The Library's data of the Assembly: a row per vote. `vote_note` may be there or not. */
export const unLibrary: Layout = {
  name: 'un-library',
  about: 'voting data of the UN Digital Library, a row per vote',
  origin: assemblyOrigin,
  body: 'UNGA',
  rows: 'votes',
  columns: { ...libraryDetails, code: ['ms_code'], name: ['ms_name'], vote: ['ms_vote'] },
  needs: ['code', 'vote', 'date', 'resolution'],
  unread: [
    'draft',
    'committee_report',
    'meeting',
    'agenda',
    'vote_note',
    'permanent_member',
    'total_ms',
    'total-voting',
    'undl_link',
  ],
  codes: 'letters',
  countries: 'names',
  // One code may stand for two states; then the name decides.
  states: ['code', 'name'],
  ownNames: libraryNames,
  byYear: true,
};
