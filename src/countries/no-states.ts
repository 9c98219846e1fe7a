import { normalizeName } from './normalize.ts';

/** What is often taken for a country and is none: it has no seat, no code here and no positions of its own. */
export type NoState =
  | { readonly kind: 'territory'; /** The state that speaks for it. */ readonly of: string }
  | { readonly kind: 'organisation' };

/**
 * By state, the parts of it that have a code of ISO 3166-1 or a team of their own, with those codes;
 * disputed ones are left out.
 */
const territories: Readonly<Record<string, string>> = {
  Denmark: 'Greenland, Faroe Islands, GRL, FRO',
  Finland: 'Aland, Aland Islands, ALA',
  Norway: 'Svalbard, Jan Mayen, Svalbard and Jan Mayen, SJM',
  Netherlands: 'Aruba, Curacao, Sint Maarten, Bonaire, ABW, CUW, SXM, BES',
  China: 'Hong Kong, Macao, Macau, HKG, MAC',
  Australia: 'Norfolk Island, Christmas Island, NFK, CXR, CCK',
  'New Zealand': 'Tokelau, TKL',
  'United States':
    'Puerto Rico, Guam, American Samoa, US Virgin Islands, Northern Mariana Islands, ' +
    'PRI, GUM, ASM, VIR, MNP',
  France:
    'French Guiana, Guadeloupe, Martinique, Reunion, Mayotte, New Caledonia, French ' +
    'Polynesia, Wallis and Futuna, Saint Pierre and Miquelon, GUF, GLP, MTQ, REU, ' +
    'MYT, NCL, PYF, WLF, SPM',
  'United Kingdom':
    'England, Scotland, Wales, Northern Ireland, Bermuda, Cayman Islands, British ' +
    'Virgin Islands, Anguilla, Montserrat, Turks and Caicos Islands, Saint Helena, ' +
    'Pitcairn, Isle of Man, Jersey, Guernsey, BMU, CYM, VGB, AIA, MSR, TCA, SHN, PCN, ' +
    'IMN, JEY, GGY',
};

const organisations =
  'UN, United Nations, EU, European Union, NATO, BRICS, BRICS+, ASEAN, African ' +
  'Union, Arab League, League of Arab States, G7, G20, G77, SCO, CSTO, CIS, EAEU, ' +
  'OPEC, OPEC+, GCC, OSCE, OECD, OIC, OAS, CARICOM, Mercosur, ECOWAS, Quad, AUKUS, ' +
  'P5, Commonwealth, Non-Aligned Movement, NAM, IAEA, World Bank, IMF, WTO, WHO, ' +
  'Shanghai Cooperation Organisation, Council of Europe';

const byName: ReadonlyMap<string, NoState> = new Map<string, NoState>([
  ...organisations
    .split(', ')
    .map((name) => [normalizeName(name), { kind: 'organisation' }] as const),
  ...Object.entries(territories).flatMap(([of, names]) =>
    names.split(', ').map((name) => [normalizeName(name), { kind: 'territory', of }] as const),
  ),
]);

/** What a name means that is no country's; `undefined` for any other word. */
export function noStateOf(name: string): NoState | undefined {
  return byName.get(normalizeName(name));
}
