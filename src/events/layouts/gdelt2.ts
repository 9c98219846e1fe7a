import { gdelt, gdeltHeader } from './gdelt-columns.ts';
import type { EventLayout } from './layout.ts';

/** Codebook: The GDELT Event Database Data Format Codebook V2.0. */
export const gdelt2: EventLayout = {
  name: 'gdelt2',
  about: 'event tables of GDELT 2.0, 61 columns without names',
  header: gdeltHeader([
    'Type',
    'FullName',
    'CountryCode',
    'ADM1Code',
    'ADM2Code',
    'Lat',
    'Long',
    'FeatureID',
  ]),
  ...gdelt,
};
