import { countryTwice, dealingWithItself, stateThatIsGone, unknownCountry } from './country.ts';
import { dateOrder } from './dates.ts';
import { duplicateId } from './duplicate-id.ts';
import {
  coordinationApart,
  coordinationWithoutPosition,
  noPositions,
  noSource,
  partiesOfInteraction,
  tally,
} from './evidence.ts';
import {
  builtInScale,
  unknownCameoCode,
  unknownNeutral,
  unknownScale,
  unknownSource,
  unknownStance,
  unknownTopic,
  unusedSource,
} from './reference.ts';
import { repeatedLabel, repeatedTopic } from './repetition.ts';
import type { Rule } from './rule.ts';

export const rules: readonly Rule[] = [
  duplicateId,
  unknownCountry,
  countryTwice,
  stateThatIsGone,
  repeatedLabel,
  repeatedTopic,
  builtInScale,
  unknownScale,
  unknownNeutral,
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
  coordinationApart,
  partiesOfInteraction,
  dealingWithItself,
];
