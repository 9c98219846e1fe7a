import { spaceEvenly } from '../../measures/contingency.ts';
import { sideOnScale } from '../scales.ts';
import { holderOf, isActor, labelOf, ruleOf, scaleOf, stancesWithPath } from './places.ts';
import type { Rule } from './rule.ts';

export const noIssues: Rule = {
  code: 'no-issues',
  about: 'A catalog has issues, or else interactions, blocs, roll calls or events.',
  *check({ file }) {
    const { issues, interactions = [], rollCalls = [], events = [] } = file;
    const { groups = {}, topics = {} } = file;
    const [topic = 'security'] = Object.keys(topics);
    const isEmpty = [interactions, rollCalls, events, Object.keys(groups)].every(
      ({ length }) => length === 0,
    );
    if (issues?.length === 0 || (issues === undefined && isEmpty))
      yield {
        severity: 'warning',
        path: issues ? ['issues'] : ['catalog'],
        message: 'the catalog has no issues',
        hint: `write one under issues, such as - {id: dam-2024, title: The dam, topic: ${topic}, date: 2024, positions: {China: support, India: oppose}}`,
      };
  },
};

export const noPositions: Rule = {
  code: 'no-positions',
  about:
    'An issue has either `positions` on a scale, or `votes` in a recorded ballot; beside votes, actors alone have positions.',
  *check({ file }) {
    for (const [i, issue] of (file.issues ?? []).entries()) {
      const stances = Object.keys(issue.positions ?? {}).length;
      const ballots = Object.values(issue.votes ?? {}).flat().length;
      if (stances === 0 && ballots === 0)
        yield {
          path: ['issues', i, 'id'],
          message: `${issue.id} has no positions`,
          hint: 'give it `positions` on a scale, or `votes` in a recorded ballot',
        };
      else if (
        issue.votes &&
        Object.keys(issue.positions ?? {}).some((name) => !isActor(file, name))
      )
        yield {
          path: ['issues', i, 'votes'],
          part: 'key',
          message: `${issue.id} has both positions and votes`,
          hint: 'a recorded ballot has `votes`, anything else `positions`; make two issues of it',
        };
      if (issue.votes && issue.scale !== undefined && issue.scale !== 'vote')
        yield {
          path: ['issues', i, 'scale'],
          message: `a recorded ballot is on the scale vote, not on ${issue.scale}`,
          hint: 'remove `scale`',
        };
    }
  },
};

export const noSource: Rule = {
  code: 'no-source',
  about: 'Every position can be checked: it has sources, or its issue has.',
  *check({ file }) {
    for (const [i, issue] of (file.issues ?? []).entries()) {
      if ((issue.sources ?? []).length > 0) continue;
      const bare = [...stancesWithPath(issue, i)].filter(
        ({ stance: { sources = [], codings = [] } }) =>
          sources.length === 0 && codings.every((coding) => (coding.sources ?? []).length === 0),
      );
      if (issue.votes)
        yield {
          severity: 'warning',
          path: ['issues', i, 'id'],
          message: `the votes of ${issue.id} have no source`,
          hint: 'give the issue `sources`',
        };
      const [first] = bare;
      if (first)
        yield {
          severity: 'warning',
          path: first.path,
          part: 'key',
          message:
            bare.length === 1
              ? `the position of ${first.country} on ${issue.id} has no source`
              : `${bare.length} positions on ${issue.id} have no source, first that of ${first.country}`,
          hint: 'give each position, or the whole issue, `sources`',
        };
    }
  },
};

export const tally: Rule = {
  code: 'tally',
  about: 'No more votes of a kind are listed than the official result counts.',
  *check({ file }) {
    for (const [i, issue] of (file.issues ?? []).entries()) {
      for (const choice of ['yes', 'no', 'abstain'] as const) {
        const said = issue.vote?.result?.[choice];
        const listed = issue.votes?.[choice]?.length ?? 0;
        if (said !== undefined && listed > said)
          yield {
            severity: 'warning',
            path: ['issues', i, 'vote', 'result', choice],
            message: `the result of ${issue.id} has ${said} ${choice}, but ${listed} are listed`,
            hint: 'check the record; official tallies and votes sometimes differ',
          };
      }
    }
  },
};

export const coordinationWithoutPosition: Rule = {
  code: 'coordination-without-position',
  about: 'Whoever acted together on an issue has a position on it.',
  *check(context) {
    const { file } = context;
    const code = (name = '') => holderOf(context, name);
    for (const [i, issue] of (file.issues ?? []).entries()) {
      const holders = new Set(
        [...Object.keys(issue.positions ?? {}), ...Object.values(issue.votes ?? {}).flat()].map(
          (name) => code(name),
        ),
      );
      for (const [c, { between }] of (issue.coordination ?? []).entries())
        for (const [n, name] of between.entries())
          if (code(name) !== undefined && !holders.has(code(name)))
            yield {
              severity: 'warning',
              path: ['issues', i, 'coordination', c, 'between', n],
              message: `${name} is said to have acted on ${issue.id}, but has no position on it`,
              hint: 'code its position, or leave it out of `between`',
            };
    }
  },
};

export const coordinationApart: Rule = {
  code: 'coordination-apart',
  about: 'Whoever acted together stands on one side.',
  *check(context) {
    const { file, scales } = context;
    for (const [i, issue] of (file.issues ?? []).entries()) {
      if (!issue.coordination) continue;
      const scale = scaleOf(issue, scales);
      if (!scale) continue;
      const values = spaceEvenly(scale.labels.length);
      /** Of every label, what positions that match have in common: a side, or the place itself. */
      const matching = new Map(
        scale.labels.map((label, l) => [label, sideOnScale(scale, values[l]!) ?? values[l]!]),
      );
      /** By country, where it stood; nowhere for an absence. */
      const positions = new Map<string | undefined, Set<number>>();
      const undecided = new Set<string | undefined>();
      const add = (name: string, label: string) => {
        const code = holderOf(context, name);
        const stood = positions.get(code) ?? new Set();
        const place = matching.get(label);
        positions.set(code, place === undefined ? stood : stood.add(place));
      };
      for (const { country, stance } of stancesWithPath(issue, i)) {
        const label = labelOf(stance, scale, ruleOf(issue, file));
        // Where nothing is decided, nobody can say on which side it is.
        if (label === undefined) undecided.add(holderOf(context, country));
        else add(country, label);
      }
      for (const [label, names] of Object.entries(issue.votes ?? {}))
        for (const name of names ?? []) add(name, label);
      for (const [c, { between }] of issue.coordination.entries()) {
        const codes = between.map((name) => holderOf(context, name));
        const held = codes.map((code) => positions.get(code));
        // A country without any position is for another rule.
        if (held.includes(undefined) || codes.some((code) => undecided.has(code))) continue;
        const seen = new Set<number>();
        const isAlike = held.some((stood) => {
          const places = [...stood!];
          if (places.some((place) => seen.has(place))) return true;
          places.forEach((place) => seen.add(place));
          return false;
        });
        if (isAlike) continue;
        const why = held.some((each) => each?.size === 0)
          ? 'were not all there'
          : 'are not on one side';
        yield {
          severity: 'warning',
          path: ['issues', i, 'coordination', c, 'between'],
          message: `${between.join(' and ')} ${why} on ${issue.id}, so that acting together does not count`,
          hint: 'check their positions, or remove the entry',
        };
      }
    }
  },
};

export const sidesOfInteraction: Rule = {
  code: 'interaction-parties',
  about: 'An interaction is `between` several, or has an `actor` and a `target`.',
  *check({ file }) {
    for (const [i, event] of (file.interactions ?? []).entries()) {
      const mutual = event.between !== undefined;
      const directed = event.actor !== undefined && event.target !== undefined;
      const half = (event.actor !== undefined) !== (event.target !== undefined);
      if (mutual === directed || half)
        yield {
          path: ['interactions', i, 'id'],
          message: `${event.id} does not say who dealt with whom`,
          hint: 'give either `between`, or `actor` and `target`',
        };
    }
  },
};
