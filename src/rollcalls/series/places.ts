import { bundledCountries } from '../../bundle/bundled.ts';
import { keyWords } from './title-key.ts';

const regions =
  'Africa African Asia Asian Europe European America American Latin Caribbean Pacific Mediterranean Atlantic Indian Arab Gulf Middle East Eastern West Western North Northern South Southern Central Southeast Sahara Sahel Balkan Caucasus Antarctica';

/** Territories, former names, and what belongs to a country. */
const others =
  'Jerusalem Gaza Golan Crimea Kampuchea Zaire Timor Rhodesia Macedonia Gibraltar Falkland Malvinas Guam Tokelau Bermuda Anguilla Montserrat Pitcairn Caledonia Palestinian Syrian Lebanese Israeli Iraqi Iranian Russian Ukrainian Cuban Korean Afghan Haitian Somali Sudanese Georgian';

/** Words in the names of countries that name none. */
const general = keyWords('United Kingdom States Republic Union Islands New Saint Holy');

let places: ReadonlySet<string> | undefined;

/** Whether a word of a key names a country or region. */
export function isPlace(word: string): boolean {
  places ??= new Set([
    ...keyWords(`${regions} ${others}`),
    ...bundledCountries()
      .countries.flatMap(({ name }) => keyWords(name))
      .filter((each) => each.length > 3 && !general.includes(each)),
  ]);
  return places.has(word);
}
