import { type Coder } from '../../catalog/model.ts';
import { coderKinds } from '../../results/vocabulary.ts';
import { isId, oneOf } from './ids.ts';
import type { CoderOfRow, FailAt } from './issue-draft.ts';
import type { Remarks } from './summary.ts';
import { uniqueIds } from './table.ts';

/** The coders of a table, whose rows say who each of them is. */
export interface Coders {
  /** Notes who coded a row; `undefined` where the row names nobody. */
  readonly read: (
    cell: (name: string) => string,
    on: string,
    line: number,
  ) => CoderOfRow | undefined;
  /** Ids by the names that rows give, and what a catalog says of each. */
  readonly settle: () => {
    readonly ids: ReadonlyMap<string, string>;
    readonly coders: Readonly<Record<string, Coder>>;
  };
}

export function createCoders(failAt: FailAt, doubtful: Remarks): Coders {
  const known = new Map<string, Record<'name' | 'kind' | 'note', string>>();
  return {
    read: (cell, on, line) => {
      const name = cell('coder');
      if (name === '') return undefined;
      const about = known.get(name) ?? { name: '', kind: '', note: '' };
      known.set(name, about);
      about.name ||= cell('coder_name');
      about.kind ||= oneOf(
        coderKinds,
        cell('coder_kind').toLowerCase(),
        'kind of coder',
        line,
        failAt,
      );
      about.note ||= cell('coder_note');
      return { name, on };
    },
    settle: () => {
      const names = [...known.keys()];
      const unique = uniqueIds(names);
      const ids = new Map(names.map((name, i) => [name, isId(name) ? name : unique[i]!]));
      const coders = names.map((name): readonly [string, Coder] => {
        const { kind, note, ...about } = known.get(name)!;
        if (kind === '')
          doubtful.add(
            'coder-kind',
            'coders taken for persons, as no column "coder_kind" says model',
            () => name,
          );
        const own = { name: about.name || name, kind: kind === 'model' ? kind : 'person' } as const;
        return [ids.get(name)!, note === '' ? own : { ...own, note }];
      });
      return { ids, coders: Object.fromEntries(coders) };
    },
  };
}
