import type { Source } from '../../results/parts.ts';

/** Names written `Family, Given` and separated by semicolons; anything else is an institution. */
export function authorsOf({ author = '' }: Source): {
  readonly family: string;
  readonly given: string | undefined;
}[] {
  return author
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => {
      const comma = name.indexOf(',');
      return comma < 0
        ? { family: name, given: undefined }
        : { family: name.slice(0, comma).trim(), given: name.slice(comma + 1).trim() };
    });
}
