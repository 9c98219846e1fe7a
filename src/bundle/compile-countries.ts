import i18n from 'i18n-iso-countries';
import { parse } from 'yaml';
import { z } from 'zod';

import type { Country, CountryData, NameIndex } from '../countries/model.ts';
import { hasEnglishLettersOnly, looksLikeCode, normalizeName } from '../countries/normalize.ts';

/** Build step: runs over `data/countries.yaml`, never when `align` answers a question. */

const codeSchema = z.string().regex(/^[A-Z]{3}$/, { error: 'expected three capital letters' });
const nameSchema = z.string().trim().min(1);
const day = z.iso.date();
const period = z.strictObject({ from: day.optional(), to: day.optional() });

const entrySchema = z.strictObject({
  code: codeSchema,
  name: nameSchema,
  official: nameSchema.optional(),
  iso2: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  iso3: codeSchema.optional(),
  isoNumeric: z
    .string()
    .regex(/^\d{3}$/)
    .optional(),
  cow: z.strictObject({ abbreviation: codeSchema, number: z.int().min(2).max(999) }).optional(),
  un: z.array(period.required({ from: true })).default([]),
  existed: period.optional(),
  continuedBy: codeSchema.optional(),
  successors: z.array(codeSchema).default([]),
  aliases: z.array(nameSchema).default([]),
  otherLanguages: z.array(nameSchema).default([]),
});

const fileSchema = z.strictObject({
  source: z.array(nameSchema).min(1),
  ambiguous: z.record(nameSchema, z.array(codeSchema).min(2)),
  countries: z.array(entrySchema).min(1),
});

type Entry = z.infer<typeof entrySchema>;

/**
 * Countries and lookup tables from the text of `data/countries.yaml`.
 *
 * Throws one `Error` that lists every problem: a wrong shape, an unknown code, a code or name that
 * belongs to two states and is not listed as ambiguous. Names and COW numbers may be shared along
 * a line of `continuedBy` (the two Federal Republics of Germany; 365 of Russia and the Soviet Union),
 * withdrawn ISO codes between historic states (CS).
 */
export function compileCountries(yamlText: string): CountryData {
  const file = fileSchema.safeParse(parse(yamlText));
  if (!file.success) {
    throw new Error(`countries.yaml is not valid:\n${z.prettifyError(file.error)}`);
  }
  const countries = file.data.countries.map(toCountry).toSorted((a, b) => compare(a.code, b.code));
  const problems = findProblems(countries, file.data.ambiguous);
  if (problems.length > 0) {
    throw new Error(`countries.yaml is not consistent:\n${problems.join('\n')}`);
  }
  const names = index(countries, namesOf);
  for (const [text, codes] of Object.entries(file.data.ambiguous))
    names.set(normalizeName(text), codes.toSorted(compare).join(' '));
  return {
    countries,
    lookup: { codes: index(countries, codesOf), names, cow: index(countries, cowOf) },
  };
}

/**
 * Names in the languages of i18n-iso-countries that `data` does not know already, sorted.
 *
 * A name that means several states leads to all of them (Kongo). Left out are names that belong to
 * a territory too (in Dhivehi, Morocco's is also that of Western Sahara), and those that are the
 * English name or the code of a state: `resolve` would never ask for them.
 */
export function compileNames(data: CountryData): NameIndex {
  const byIso2 = new Map(data.countries.filter((c) => !c.historic).map((c) => [c.iso2, c.code]));
  const found = new Map<string, Set<string>>();
  for (const language of i18n.getSupportedLanguages().toSorted(compare)) {
    const names = i18n.getNames(language, { select: 'all' });
    for (const [iso2, texts] of Object.entries(names)) {
      for (const text of texts) {
        const key = normalizeName(text);
        if (key === '' || isKnown(data, key, text)) continue;
        const codes = found.get(key) ?? new Set<string>();
        found.set(key, codes.add(byIso2.get(iso2) ?? ''));
      }
    }
  }
  return new Map(
    [...found]
      .filter(([, codes]) => !codes.has(''))
      .map(([key, codes]) => [key, [...codes].toSorted(compare).join(' ')] as const)
      .toSorted(([a], [b]) => compare(a, b)),
  );
}

/** Or never asked for: short text is a code if it is plain, a name if it is not (see `resolve`). */
function isKnown(data: CountryData, key: string, text: string): boolean {
  const { codes, names, cow } = data.lookup;
  if (key.length < 3 && hasEnglishLettersOnly(text)) return true;
  const tables = looksLikeCode(key) && !hasEnglishLettersOnly(text) ? [names] : [codes, names, cow];
  return tables.some((table) => table.get(key) !== undefined);
}

function toCountry(entry: Entry): Country {
  const { code, name, official, continuedBy, successors, aliases, otherLanguages, ...rest } = entry;
  return {
    code,
    name,
    officialName: official ?? name,
    ...rest,
    historic: entry.existed?.to !== undefined,
    ...(continuedBy !== undefined && { continuedBy }),
    successors: successors.toSorted(compare),
    aliases,
    otherLanguages,
  } as Country;
}

function codesOf(country: Country): readonly string[] {
  return [country.code, country.iso2, country.iso3, country.isoNumeric].filter(
    (text) => text !== undefined,
  );
}

function namesOf(country: Country): readonly string[] {
  return [country.name, country.officialName, ...country.aliases, ...country.otherLanguages];
}

function cowOf(country: Country): readonly string[] {
  return country.cow === undefined ? [] : [country.cow.abbreviation, String(country.cow.number)];
}

function index(
  countries: readonly Country[],
  textsOf: (country: Country) => readonly string[],
): Map<string, string> {
  const found = new Map<string, Set<string>>();
  for (const country of countries) {
    for (const key of textsOf(country).map(normalizeName)) {
      found.set(key, (found.get(key) ?? new Set()).add(country.code));
    }
  }
  return new Map([...found].map(([key, codes]) => [key, [...codes].join(' ')]));
}

function findProblems(
  countries: readonly Country[],
  ambiguous: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  const byCode = new Map(countries.map((country) => [country.code, country]));
  const problems: string[] = [];
  const check = (owner: string, codes: readonly string[]): void => {
    for (const code of codes) {
      if (!byCode.has(code)) problems.push(`${owner}: ${code} is not the code of a country`);
    }
  };
  if (byCode.size < countries.length) problems.push('two entries have the same code');
  for (const country of countries) {
    check(country.code, [...country.successors, country.continuedBy ?? country.code]);
    if (country.historic && country.successors.length === 0) {
      problems.push(`${country.code}: a historic state needs successors`);
    }
    const known = new Set([normalizeName(country.name), ...codesOf(country).map(normalizeName)]);
    if (country.officialName !== country.name) known.add(normalizeName(country.officialName));
    for (const alias of [...country.aliases, ...country.otherLanguages]) {
      const key = normalizeName(alias);
      if (known.has(key)) problems.push(`${country.code}: the alias "${alias}" is known already`);
      known.add(key);
    }
  }
  for (const [text, codes] of Object.entries(ambiguous)) check(`ambiguous ${text}`, codes);

  const shared = (
    table: ReadonlyMap<string, string>,
    fair: (codes: readonly Country[]) => boolean,
  ): void => {
    for (const [key, codes] of table) {
      const owners = codes.split(' ').flatMap((code) => byCode.get(code) ?? []);
      if (owners.length > 1 && !fair(owners)) problems.push(`"${key}" belongs to ${codes}`);
    }
  };
  const codeTable = index(countries, codesOf);
  const nameTable = index(countries, namesOf);
  shared(codeTable, (owners) => owners.every((owner) => owner.historic));
  shared(nameTable, (owners) => isLine(owners));
  shared(index(countries, cowOf), (owners) => isLine(owners));
  for (const [key, owner] of nameTable) {
    const other = codeTable.get(key) ?? owner;
    if (other !== owner) problems.push(`"${key}" is a name of ${owner} and a code of ${other}`);
  }
  for (const text of Object.keys(ambiguous)) {
    const key = normalizeName(text);
    if (nameTable.has(key) || codeTable.has(key)) {
      problems.push(`"${text}" is listed as ambiguous and belongs to a country`);
    }
  }
  return problems;
}

/** Whether the states follow one another by `continuedBy`: all but one are continued by another. */
function isLine(owners: readonly Country[]): boolean {
  const codes = new Set(owners.map((owner) => owner.code));
  return owners.filter((owner) => !codes.has(owner.continuedBy ?? '')).length === 1;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
