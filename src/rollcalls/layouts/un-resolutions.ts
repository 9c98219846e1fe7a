import type { Layout } from './layout.ts';
import { assemblyOrigin, libraryDetails, libraryNames } from './un-library.ts';

/** The Library's data of resolutions: a row each, and a column per country, by its name. */
export const unResolutions: Layout = {
  name: 'un-library',
  about: 'the same, a row per resolution and a column per country',
  origin: assemblyOrigin,
  body: 'UNGA',
  rows: 'roll-calls',
  columns: libraryDetails,
  needs: ['resolution', 'date', 'total_yes'],
  unread: [
    'undl_id',
    'draft',
    'committee_report',
    'meeting',
    'agenda_title',
    'vote_note',
    'modality',
    'total_ms',
    'undl_link',
  ],
  codes: 'letters',
  ownNames: libraryNames,
  byYear: true,
};
