/** The topic of roll calls without a subject. */
export const otherTopic = { id: 'other', title: 'Other' } as const;

export interface Topic {
  readonly id: string;
  readonly title: string;
}

/**
 * Topics of a roll call's subjects, which are separated by `|` or `;`. Of a library heading such as
 * `PALESTINE QUESTION--HUMAN RIGHTS` the part before the dashes counts. At least one, without repetition.
 */
export function topicsOf(subjects: string): readonly Topic[] {
  const found = new Map<string, Topic>();
  for (const subject of subjects.split(/[|;]/)) {
    const title = toTitle(subject.split('--')[0]?.trim() ?? '');
    const id = toId(title);
    if (id !== '' && !found.has(id)) found.set(id, { id, title });
  }
  return found.size > 0 ? [...found.values()] : [otherTopic];
}

/** An id as catalogs allow it: lower-case letters and digits, dashes between. */
export function toId(text: string): string {
  // Most roll calls have a number.
  if (/^[a-z0-9]+$/.test(text)) return text;
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

/** Libraries shout their headings. */
function toTitle(text: string): string {
  return text === text.toUpperCase() ? text.slice(0, 1) + text.slice(1).toLowerCase() : text;
}
