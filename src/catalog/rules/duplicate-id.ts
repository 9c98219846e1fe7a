import type { Rule } from './rule.ts';

/** The id with the first number after it that makes it nobody's. */
function freeId(id: string, taken: ReadonlySet<string>): string {
  let n = 2;
  while (taken.has(`${id}-${n}`)) n++;
  return `${id}-${n}`;
}

export const duplicateId: Rule = {
  code: 'duplicate-id',
  about: 'Every issue, interaction, record and source of events has an id of its own.',
  *check({ file }) {
    for (const list of ['issues', 'interactions', 'rollCalls', 'events'] as const) {
      const ids = new Set((file[list] ?? []).map(({ id }) => id));
      const first = new Map<string, number>();
      for (const [i, { id }] of (file[list] ?? []).entries()) {
        const earlier = first.get(id);
        if (earlier === undefined) first.set(id, i);
        else
          yield {
            path: [list, i, 'id'],
            message: `the id "${id}" is taken already by entry ${earlier + 1} of ${list}`,
            hint: `give each entry an id of its own, such as ${freeId(id, ids)}`,
          };
      }
    }
  },
};
