import { Option } from 'commander';
import { conventions } from '../../question/conventions.ts';
import { bundledNames } from '../../bundle/bundled.ts';
import { plainText } from '../../plain-text.ts';
import { describedMeasures } from '../../measures/registry.ts';
import { type Candidate, slotOf } from '../completions.ts';
import type { Library } from '../../question/library.ts';
import { openLibrary } from '../../question/open-library.ts';
import type { Action, Definition } from '../definitions/definition.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { putInForce } from '../in-force.ts';
import { worldOf } from '../question.ts';

/** What the shell does with the candidates, as its script expects it. */
const directives = { completeFiles: 0, candidatesOnly: 4 } as const;

const globals = [
  '--no-color',
  '--color',
  '--no-pager',
  '-q, --quiet',
  '--debug',
  '--no-project',
  '--timestamp',
  '-h, --help',
].map((flags) => new Option(flags, ''));

/** A name in one word, which is found all the same: `united-states`. */
function inOneWord(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
}

function sides({ atlas, catalogs }: Library): Candidate[] {
  const countries = atlas.countries.map(({ code, name }) => ({
    value: inOneWord(name),
    description: code,
  }));
  const blocs = catalogs.flatMap(({ groups }) =>
    Object.values(groups).map(({ id, title }) => ({ value: id, description: title })),
  );
  const actors = catalogs.flatMap((each) =>
    Object.values(each.actors).map(({ id, title }) => ({ value: id, description: title })),
  );
  return [...countries, ...actors, ...blocs];
}

function issues({ catalogs }: Library): Candidate[] {
  return catalogs.flatMap((catalog) =>
    catalog.issues.map(({ id, title }) => ({ value: id, description: title })),
  );
}

function bundled(): Candidate[] {
  return bundledNames.map((value) => ({ value, description: 'bundled catalog' }));
}

/** Candidates by the name of an operand or the long flag of an option. */
const sources: Readonly<Record<string, (library: Library) => readonly Candidate[]>> = {
  ...Object.fromEntries(
    ['a', 'b', 'others', 'country', 'countries', '--country', '--for', '--between'].map((name) => [
      name,
      sides,
    ]),
  ),
  issue: issues,
  '--issue': issues,
  '--topic': ({ catalogs }) =>
    catalogs.flatMap(({ topics }) =>
      Object.entries(topics).map(([value, description]) => ({ value, description })),
    ),
  '--catalog': bundled,
  catalogs: bundled,
  old: bundled,
  new: bundled,
  '--measure': () => describedMeasures.map(({ id, name }) => ({ value: id, description: name })),
  '--convention': () => conventions.map(({ id, rule }) => ({ value: id, description: rule })),
};

/** Names of which files may stand in the place. */
const namesOrFiles = new Set([
  '--catalog',
  'catalogs',
  'old',
  'new',
  'policy',
  'file',
  'dir',
  '--against',
  '--out',
]);

async function candidatesFor(
  words: readonly string[],
  commands: readonly Definition[],
  io: Io,
): Promise<{ readonly candidates: readonly Candidate[]; readonly files: boolean }> {
  const slot = slotOf(words, commands, globals);
  const only = (candidates: readonly Candidate[]) => ({ candidates, files: false });
  if (slot.kind === 'command')
    return only(commands.map(({ name, description }) => ({ value: name, description })));
  if (slot.kind === 'flag')
    return only(
      slot.options
        .filter(({ hidden }) => !hidden)
        .map(({ long, short, description }) => ({ value: long ?? short ?? '', description })),
    );
  if (slot.kind === 'choice')
    return only(slot.choices.map((value) => ({ value, description: '' })));
  if (slot.kind !== 'name') return { candidates: [], files: slot.kind === 'files' };
  const source = sources[slot.of];
  const files = namesOrFiles.has(slot.of);
  if (!source) return { candidates: [], files };
  const quiet = { quiet: true };
  const nothing = { isGiven: () => false, takes: () => false };
  const { inForce } = await putInForce(quiet, nothing, io);
  const library = await openLibrary(inForce.catalogs().names, worldOf(quiet, io));
  return { candidates: source(library), files };
}

/** `align complete -- words...`, which the scripts of `align completion` call; silent where it knows nothing. */
export function completeAmong(commands: readonly Definition[]): Action {
  const shown = commands.filter(({ hidden }) => !hidden);
  return async (words: readonly string[], _options: unknown, io: Io) => {
    const begun = words.at(-1) ?? '';
    // Of `--format=js` the shell completes the whole word.
    const flag = begun.startsWith('-') && begun.includes('=') ? `${begun.split('=')[0]}=` : '';
    const found = await candidatesFor(words, shown, io).catch(() => ({
      candidates: [],
      files: false,
    }));
    const lines = new Map(
      found.candidates
        .map(({ value, description }) => [`${flag}${value}`, description] as const)
        .filter(([value]) => value.startsWith(begun)),
    );
    for (const [value, description] of lines)
      io.stdout.write(`${plainText(value)}\t${plainText(description)}\n`);
    io.stdout.write(`:${found.files ? directives.completeFiles : directives.candidatesOnly}\n`);
    return exitCodes.answered;
  };
}
