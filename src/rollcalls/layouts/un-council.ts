import type { Layout } from './layout.ts';
import { libraryDetails, libraryTerms, unLibrary } from './un-library.ts';

/** The Library's data of the Security Council, where the title is called a description. */
export const unCouncil: Layout = {
  ...unLibrary,
  about: 'voting data of the Security Council',
  origin: {
    title: 'Roll calls of the United Nations Security Council (UN Digital Library)',
    source: {
      id: 'un-digital-library-council',
      title: 'United Nations Security Council Voting Data',
      author: 'UN. Dag Hammarskjöld Library',
      publisher: 'United Nations',
      url: 'https://digitallibrary.un.org/collection/Voting%20Data',
      kind: 'official',
    },
    ...libraryTerms,
  },
  body: 'UNSC',
  columns: {
    ...libraryDetails,
    title: ['description', 'title'],
    description: ['agenda'],
    code: ['ms_code'],
    name: ['ms_name'],
    vote: ['ms_vote'],
  },
  signs: ['permanent_member'],
};
