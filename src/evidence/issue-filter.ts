import type { Issue } from '../catalog/model.ts';
import { symbolOf } from '../catalog/symbols.ts';
import type { SelectionFilter } from './evidence.ts';

/** A test of names against a pattern with `*` and `?`, as in file names; case does not matter. */
export function globMatcher(pattern: string): (name: string) => boolean {
  const escaped = pattern.replaceAll(/[\\^$.|+()[\]{}]/g, String.raw`\$&`);
  const expression = new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'i');
  return (name) => expression.test(name);
}

function isUnanimous(issue: Issue): boolean {
  const cast = Object.values(issue.positions)
    .map((stances) => stances.at(-1)?.category)
    .filter((category) => typeof category === 'number');
  return new Set(cast).size <= 1;
}

/** Whether an issue of a catalog is in the selection; ballots obey the roll-call filter too. */
export function issueFilter(filter: SelectionFilter): (issue: Issue) => boolean {
  const { sessions, important, noParagraphs, noAmendments, noUnanimous, resolution } =
    filter.rollCalls;
  const matches = resolution === undefined ? undefined : globMatcher(resolution);
  const tests: ((issue: Issue) => boolean)[] = [];
  const { topics, issues, from, to } = filter;
  if (topics) tests.push((issue) => issue.topics.some((topic) => topics.includes(topic)));
  if (issues) tests.push(({ id }) => issues.includes(id));
  if (from !== undefined) tests.push(({ date }) => date.to >= from);
  if (to !== undefined) tests.push(({ date }) => date.from <= to);
  if (matches) tests.push(({ vote }) => vote !== undefined && matches(symbolOf(vote)));
  if (important) tests.push(({ vote }) => vote?.important === true);
  if (sessions)
    tests.push(({ vote }) => {
      const session = vote?.session;
      return session !== undefined && session >= sessions[0] && session <= sessions[1];
    });
  if (noParagraphs) tests.push(({ vote }) => vote?.on !== 'paragraph');
  if (noAmendments) tests.push(({ vote }) => vote?.on !== 'amendment');
  if (noUnanimous) tests.push((issue) => issue.vote === undefined || !isUnanimous(issue));
  if (filter.accepts) tests.push(filter.accepts);
  return (issue) => tests.every((test) => test(issue));
}
