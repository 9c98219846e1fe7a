import { hintFor } from '../nearest.ts';
import { builtInScales, WITHOUT_SIDES } from '../scales.ts';
import { codingsWithPath, scaleOf, sourceLists, stancesWithPath } from './places.ts';
import type { Rule } from './rule.ts';

export const unknownScale: Rule = {
  code: 'unknown-scale',
  about: 'The scale of an issue is built in, or declared in `scales`.',
  *check({ file, scales }) {
    const known = Object.keys(scales);
    for (const [i, issue] of (file.issues ?? []).entries()) {
      if (issue.scale !== undefined && !Object.hasOwn(scales, issue.scale))
        yield {
          path: ['issues', i, 'scale'],
          message: `no scale is called "${issue.scale}"`,
          hint: () => hintFor(issue.scale!, known),
        };
    }
  },
};

export const unknownStance: Rule = {
  code: 'unknown-stance',
  about: 'A stance is a label of the scale of its issue.',
  *check({ file, scales }) {
    for (const [i, issue] of (file.issues ?? []).entries()) {
      const labels = scaleOf(issue, scales)?.labels;
      if (labels === undefined) continue;
      const known = new Set(labels);
      const stated = [
        ...[...stancesWithPath(issue, i)].map(({ stance: { stance }, path }) => ({
          label: stance,
          path: typeof issue.positions?.[String(path[3])] === 'string' ? path : [...path, 'stance'],
        })),
        ...[...codingsWithPath(issue, i)].map(({ coding, path }) => ({
          label: coding.stance,
          path: [...path, 'stance'],
        })),
      ];
      for (const { label, path } of stated) {
        if (label === undefined || known.has(label)) continue;
        yield {
          path,
          message: `"${label}" is not on the scale of ${issue.id}`,
          hint:
            label === 'absent'
              ? 'absence belongs under votes; leave a country without a known position out'
              : () => hintFor(label, labels),
        };
      }
    }
  },
};

export const builtInScale: Rule = {
  code: 'built-in-scale',
  about: 'A built-in scale keeps its labels; a scale of one’s own has a name of its own.',
  *check({ file, scales }) {
    for (const id of Object.keys(file.scales ?? {}))
      if (
        Object.hasOwn(builtInScales, id) &&
        JSON.stringify(scales[id]) !== JSON.stringify(builtInScales[id])
      )
        yield {
          path: ['scales', id],
          part: 'key',
          message: `the scale ${id} is built in and cannot be another one here`,
          hint: 'give the catalog’s own scale a name of its own',
        };
  },
};

export const unknownNeutral: Rule = {
  code: 'unknown-neutral',
  about: 'The neutral label of a scale is one of its labels, or `none`.',
  *check({ file }) {
    for (const [id, scale] of Object.entries(file.scales ?? {})) {
      if (Array.isArray(scale) || scale.neutral === undefined) continue;
      const allowed = [...scale.labels, WITHOUT_SIDES];
      if (!allowed.includes(scale.neutral))
        yield {
          path: ['scales', id, 'neutral'],
          message: `"${scale.neutral}" is no label of the scale ${id}`,
          hint: hintFor(scale.neutral, allowed),
        };
    }
  },
};

export const unknownTopic: Rule = {
  code: 'unknown-topic',
  about: 'The topics of an issue are declared in `topics`.',
  *check({ file }) {
    const topics = Object.keys(file.topics ?? {});
    const known = new Set(topics);
    for (const [i, issue] of (file.issues ?? []).entries()) {
      const several = Array.isArray(issue.topic);
      for (const [t, topic] of [issue.topic].flat().entries()) {
        if (!known.has(topic))
          yield {
            path: several ? ['issues', i, 'topic', t] : ['issues', i, 'topic'],
            message: `no topic is called "${topic}"`,
            hint: () => hintFor(topic, topics),
          };
      }
    }
  },
};

export const unknownSource: Rule = {
  code: 'unknown-source',
  about: 'Every source that is cited is declared in `sources`.',
  *check({ file }) {
    const sources = Object.keys(file.sources ?? {});
    const known = new Set(sources);
    for (const { ids, path } of sourceLists(file)) {
      for (const [i, id] of ids.entries()) {
        if (!known.has(id))
          yield {
            path: [...path, i],
            message: `no source is called "${id}"`,
            hint: () => hintFor(id, sources),
          };
      }
    }
  },
};

export const unusedSource: Rule = {
  code: 'unused-source',
  about: 'Every source that is declared is cited somewhere.',
  *check({ file }) {
    const used = new Set([...sourceLists(file)].flatMap(({ ids }) => ids));
    for (const id of Object.keys(file.sources ?? {})) {
      if (!used.has(id))
        yield {
          severity: 'warning',
          path: ['sources', id],
          part: 'key',
          message: `nothing rests on the source "${id}"`,
          hint: 'cite it in a position, or remove it',
        };
    }
  },
};

export const unusedActor: Rule = {
  code: 'unused-actor',
  about: 'Every actor that is declared has a position on some issue.',
  *check({ file }) {
    const holders = new Set(
      (file.issues ?? []).flatMap(({ positions }) => Object.keys(positions ?? {})),
    );
    for (const id of Object.keys(file.actors ?? {})) {
      if (!holders.has(id))
        yield {
          severity: 'warning',
          path: ['actors', id],
          part: 'key',
          message: `the actor "${id}" has no position`,
          hint: `give it one, such as positions: {${id}: support}, or remove it`,
        };
    }
  },
};

/** Codes that begin alike, else the most general ones. */
function relatedCodes(cameo: string, codes: readonly string[]): readonly string[] {
  const alike = codes.filter((code) => code.startsWith(cameo.slice(0, 2)));
  return alike.length > 0 ? alike : codes.filter((code) => code.length === 2);
}

export const unknownCameoCode: Rule = {
  code: 'unknown-cameo-code',
  about: 'An interaction has a code of CAMEO.',
  *check({ file, cameoCodes }) {
    for (const [i, { cameo }] of (file.interactions ?? []).entries()) {
      if (!cameoCodes.has(cameo))
        yield {
          path: ['interactions', i, 'cameo'],
          message: `"${cameo}" is no CAMEO event code`,
          hint: () => hintFor(cameo, relatedCodes(cameo, [...cameoCodes])),
        };
    }
  },
};
