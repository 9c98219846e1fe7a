import { gdelt, gdeltHeader } from './gdelt-columns.ts';
import type { EventLayout } from './layout.ts';

/** Codebook: The GDELT Event Database Data Format Codebook V1.03. Files before April 2013 lack the last column. */
export const gdelt1: EventLayout = {
  name: 'gdelt1',
  about: 'event tables of GDELT 1.0, 58 columns without names',
  header: gdeltHeader(['Type', 'FullName', 'CountryCode', 'ADM1Code', 'Lat', 'Long', 'FeatureID']),
  ...gdelt,
};
