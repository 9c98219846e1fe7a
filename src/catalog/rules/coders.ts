import { decidePosition, isOrdered, medianCategory } from '../codings.ts';
import { hintFor } from '../nearest.ts';
import type { CatalogFile } from '../schema.ts';
import { codingsWithPath, ruleOf, scaleOf, stancesWithPath } from './places.ts';
import type { Rule, RuleContext } from './rule.ts';

export const unknownCoder: Rule = {
  code: 'unknown-coder',
  about: 'Whoever coded a position is declared in `coders`.',
  *check({ file }) {
    const known = Object.keys(file.coders ?? {});
    for (const [i, issue] of (file.issues ?? []).entries())
      for (const { coding, path } of codingsWithPath(issue, i))
        if (!known.includes(coding.coder))
          yield {
            path: [...path, 'coder'],
            message: `no coder is called "${coding.coder}"`,
            hint: () =>
              known.length > 0
                ? hintFor(coding.coder, known)
                : `declare who codes: coders: {${coding.coder}: {name: ..., kind: person}}`,
          };
  },
};

export const coderTwice: Rule = {
  code: 'coder-twice',
  about: 'A coder codes a position once.',
  *check({ file }) {
    for (const [i, issue] of (file.issues ?? []).entries())
      for (const { country, stance, path } of stancesWithPath(issue, i)) {
        const seen = new Set<string>();
        for (const [c, { coder }] of (stance.codings ?? []).entries()) {
          if (seen.has(coder))
            yield {
              path: [...path, 'codings', c, 'coder'],
              message: `${coder} coded the position of ${country} on ${issue.id} twice`,
              hint: 'keep one; a stance that changed is a list of dated stances, each with its codings',
            };
          seen.add(coder);
        }
      }
  },
};

/** Coded positions all of whose stances are on the scale, with their categories. */
function* coded({ file, scales }: Pick<RuleContext, 'file' | 'scales'>) {
  for (const [i, issue] of (file.issues ?? []).entries()) {
    const scale = scaleOf(issue, scales);
    if (!scale) continue;
    const rule = ruleOf(issue, file);
    for (const { country, stance, path } of stancesWithPath(issue, i)) {
      const labels = (stance.codings ?? []).map((coding) => coding.stance);
      const categories = labels.map((label) => scale.labels.indexOf(label));
      const written = stance.stance === undefined ? undefined : scale.labels.indexOf(stance.stance);
      if (categories.length === 0 || categories.includes(-1) || written === -1) continue;
      yield { issue, country, path, labels, categories, written, scale, rule };
    }
  }
}

export const undecidedPosition: Rule = {
  code: 'undecided-position',
  about:
    'Where coders part, the rule decides: their median is a label of a scale with sides, or a `stance` stands beside their codings. Without it the position counts as missing.',
  *check(context) {
    for (const { issue, country, path, labels, categories, written, scale, rule } of coded(
      context,
    )) {
      const { undecided } = decidePosition(
        categories,
        { rule, ordered: isOrdered(scale) },
        written,
      );
      if (undecided !== undefined)
        yield {
          severity: 'warning',
          path,
          part: 'key',
          message: `coders part on the position of ${country} on ${issue.id} (${labels.join(', ')}), and ${undecided}: it counts as missing`,
          hint: 'decide between them: write the stance that counts beside the codings, as `stance`',
        };
    }
  },
};

export const medianOverruled: Rule = {
  code: 'median-overruled',
  about:
    'Where the median counts, a `stance` beside codings is that median; only where there is none it decides.',
  *check(context) {
    for (const { issue, country, path, categories, written, scale, rule } of coded(context)) {
      if (rule !== 'median' || !isOrdered(scale) || written === undefined) continue;
      const median = medianCategory(categories);
      if (median !== undefined && median !== written)
        yield {
          path: [...path, 'stance'],
          message: `the median of the codings of ${country} on ${issue.id} is ${scale.labels[median]}, not ${scale.labels[written]}`,
          hint: 'leave `stance` out, or say codingRule: adjudicated of the issue or the catalog',
        };
    }
  },
};

function isModel(file: CatalogFile, coder: string): boolean {
  return file.coders?.[coder]?.kind === 'model';
}

export const modelAlone: Rule = {
  code: 'model-alone',
  about: 'A position that a language model coded, a person coded too.',
  *check({ file }) {
    for (const [i, issue] of (file.issues ?? []).entries()) {
      const alone = [...stancesWithPath(issue, i)].filter(
        ({ stance: { codings = [] } }) =>
          codings.length > 0 && codings.every(({ coder }) => isModel(file, coder)),
      );
      const [first] = alone;
      if (first)
        yield {
          severity: 'warning',
          path: first.path,
          part: 'key',
          message:
            alone.length === 1
              ? `only a language model coded the position of ${first.country} on ${issue.id}`
              : `only language models coded ${alone.length} positions on ${issue.id}, first that of ${first.country}`,
          hint: 'let a person code it too, without seeing what the model made of it',
        };
    }
  },
};
