import type { Layout } from './layout.ts';
import { libraryDetails, unLibrary } from './un-library.ts';

/** The Library's data of the Assembly as it was in 2024, with other names of columns. */
export const unLibrary2024: Layout = {
  ...unLibrary,
  about: 'the same with the column names of 2024',
  columns: {
    ...libraryDetails,
    resolution: ['resolutions', 'resolution'],
    description: ['agenda_titles', 'agenda_title'],
    total_yes: ['yes', 'total_yes'],
    total_no: ['no', 'total_no'],
    total_abstentions: ['abstentions', 'total_abstentions'],
    total_non_voting: ['non-voting', 'non_voting', 'total_non_voting'],
    code: ['ms_codes'],
    name: ['ms_names'],
    vote: ['ms_votes'],
  },
};
