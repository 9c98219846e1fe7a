/** Sentences under construction: words, and marks of the sources they rest on. */

/** Words, or a place where sources are cited. */
export type Piece = string | { readonly cites: readonly string[] };
export type Text = readonly Piece[];

type Part = string | Text | { readonly cites: readonly string[] };

function pieces(part: Part): Text {
  if (typeof part === 'string') return part === '' ? [] : [part];
  return 'cites' in part ? [part] : part;
}

/** Text from a template: strings, other texts and citations in their places. */
export function say(strings: TemplateStringsArray, ...parts: readonly Part[]): Text {
  return strings.flatMap((words, i) => [
    ...(words === '' ? [] : [words]),
    ...pieces(parts[i] ?? ''),
  ]);
}

export function cite(sources: readonly string[]): Piece & object {
  return { cites: sources };
}

/** `a`, `a and b`, `a, b and c`; with semicolons where the parts have commas of their own. */
export function listed(parts: readonly Part[], comma: ',' | ';' = ','): Text {
  const last = comma === ';' && parts.length > 2 ? '; and ' : ' and ';
  return parts.flatMap((part, i) => {
    const glue = i === 0 ? '' : i === parts.length - 1 ? last : `${comma} `;
    return [...(glue === '' ? [] : [glue]), ...pieces(part)];
  });
}
