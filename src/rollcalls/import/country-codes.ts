import type { Atlas } from '../../countries/resolve.ts';
import { inputError } from '../../errors.ts';
import type { Tally } from './codes.ts';

/** Systems of codes that share codes, and mean different states by them. */
export const countryCodes = ['iso', 'cow', 'm49'] as const;
export type CountryCodes = (typeof countryCodes)[number];

/** How the atlas is asked for a text of a column of countries. */
export type Asking = (text: string) => string;

export const asking: Readonly<Record<CountryCodes | 'names', Asking>> = {
  names: (text) => text,
  iso: (text) => `iso:${numberOf(text)}`,
  m49: (text) => `iso:${numberOf(text)}`,
  cow: (text) => `cow:${numberOf(text)}`,
};

const numberOf = (text: string) => text.trim().replace(/^(\d+)\.0*$/, '$1');
const isNumber = (text: string) => /^\d{1,3}(?:\.0*)?$/.test(text);
const isLetters = (text: string) => /^[a-z]{3}$/i.test(text);

/** So many of the texts have to be codes for the column to be one of codes. */
const mostlyCodes = 0.9;
/** So many rows may be of codes that a system does not have. */
const mostUnknown = 0.02;

/**
 * The system of codes of a column, from all its values: the one that has codes the other has not.
 * A column of names is no column of codes.
 *
 * @throws UserError (exit 3) if both have them all, and mean different states
 */
export function decideCountryCodes(
  tally: Tally,
  atlas: Atlas,
  where: string,
): CountryCodes | 'names' {
  const texts = [...tally].filter(([text]) => text.trim() !== '');
  for (const [is, iso, what] of [
    [isNumber, 'm49', 'numbers'],
    [isLetters, 'iso', 'abbreviations'],
  ] as const) {
    const codes = texts.filter(([text]) => is(text.trim()));
    if (codes.length === 0 || codes.length < mostlyCodes * texts.length) continue;
    const meaning = (system: CountryCodes, text: string) => {
      const found = atlas.resolve(asking[system](text));
      return found.kind === 'found' ? found.country : undefined;
    };
    const total = codes.reduce((sum, [, count]) => sum + count, 0);
    const unknown = (system: CountryCodes) =>
      codes.reduce((sum, [text, count]) => sum + (meaning(system, text) ? 0 : count), 0) / total;
    const [byIso, byCow] = [unknown(iso), unknown('cow')];
    if (byIso !== byCow) {
      const [better, worse] = byIso < byCow ? ([iso, byCow] as const) : (['cow', byIso] as const);
      if (Math.min(byIso, byCow) === 0 || worse > mostUnknown) return better;
    }
    const disputed = codes.find(([text]) => {
      const [one, other] = [meaning(iso, text), meaning('cow', text)];
      return one && other && !sameSeat(one, other);
    });
    if (disputed === undefined) return byCow < byIso ? 'cow' : iso;
    const [text] = disputed;
    throw inputError(
      `${where} has ${what} that two systems have: ${text} is ${meaning(iso, text)?.name} (ISO) or ${meaning('cow', text)?.name} (COW)`,
      { hint: `say which with --country-codes ${iso} or --country-codes cow` },
    );
  }
  return 'names';
}

function sameSeat(
  one: { readonly code: string; readonly cow?: { readonly number: number } },
  other: { readonly code: string; readonly cow?: { readonly number: number } },
): boolean {
  return one.code === other.code || (one.cow !== undefined && one.cow.number === other.cow?.number);
}
