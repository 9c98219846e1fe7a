import { countryTwice, unknownCountry } from './country.ts';
import { dateOrder } from './dates.ts';
import { duplicateId } from './duplicate-id.ts';
import {
  coordinationWithoutPosition,
  noPositions,
  noSource,
  partiesOfInteraction,
  tally,
} from './evidence.ts';
import {
  unknownCameoCode,
  unknownScale,
  unknownSource,
  unknownStance,
  unknownTopic,
  unusedSource,
} from './reference.ts';
import type { Rule } from './rule.ts';

export const rules: readonly Rule[] = [
  duplicateId,
  unknownCountry,
  countryTwice,
  unknownScale,
  unknownStance,
  unknownTopic,
  unknownSource,
  unusedSource,
  unknownCameoCode,
  dateOrder,
  noPositions,
  noSource,
  tally,
  coordinationWithoutPosition,
  partiesOfInteraction,
];
