import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { explainDyad } from '../../src/analysis/explain/explain.ts';
import type { FactData, FactKind } from '../../src/analysis/explain/explanation.ts';
import { explainIssue } from '../../src/analysis/explain/issue.ts';
import { reportDyad } from '../../src/analysis/report.ts';
import type { Evidence } from '../../src/evidence/evidence.ts';
import { everySide } from '../../src/evidence/side.ts';
import { defaultWeighting } from '../../src/evidence/weights.ts';
import { writeIssuePage } from '../../src/render/issue-explanation/page.ts';
import { spell, writePage } from '../../src/render/explanation/page.ts';
import { depthTitles } from '../../src/render/report/words.ts';
import { render as renderReportHtml } from '../../src/render/report/html.ts';
import { toJson } from '../../src/render/kit/json.ts';
import { render as renderScoreMarkdown } from '../../src/render/score/markdown.ts';
import type { Palette, RenderContext } from '../../src/render/renderer.ts';
import { render as renderScore } from '../../src/render/score/table.ts';
import { score as scoreSchema } from '../../src/results/score.ts';
import { scoreSettings } from '../analysis/scores.ts';
import { arbitraryIssues } from '../evidence/arbitrary-issues.ts';
import { evidenceOf, everything, sidesOf } from '../evidence/catalogs.ts';
import { depths, type SalienceRule } from '../../src/results/vocabulary.ts';

const asItIs = (text: string) => text;
const color: Palette = { bold: asItIs, dim: asItIs, green: asItIs, red: asItIs, yellow: asItIs };
const context: RenderContext = {
  onScreen: false,
  width: 200,
  bom: false,
  color,
  cowOf: () => null,
};
const provenance = { version: '0', catalogs: [], options: {} };

function settingsWith(salience: SalienceRule) {
  return scoreSettings({
    weighting: { ...defaultWeighting, salience },
  });
}

/** One question in every form in which it is answered. */
function answer(evidence: Evidence, salience: SalienceRule) {
  const [a, b] = sidesOf(evidence, 'CHN', 'RUS');
  const settings = settingsWith(salience);
  const explanation = explainDyad(evidence, a!, b!, settings, everything);
  const page = writePage(explanation);
  const sentences = page.sections.flatMap((section) => section.sentences);
  const told = <K extends FactKind>(kind: K) => {
    const found = sentences.filter(({ fact }) => fact.kind === kind);
    return found.map(({ fact, text }) => ({
      data: fact.data as FactData[K],
      text: spell(text, () => ''),
    }));
  };
  const renderable = { ...explanation.score, provenance, full: true };
  const json = toJson({ ...explanation.score, provenance });
  return {
    a: a!,
    b: b!,
    settings,
    explanation,
    told,
    json: scoreSchema.parse(JSON.parse(json)),
    table: renderScore(renderable, context),
    markdown: renderScoreMarkdown(renderable, context),
  };
}

const saliences = fc.constantFrom<SalienceRule>('off', 'mean', 'product');

/** The first number in what a pattern finds; 0 where it finds nothing. */
function numberIn(text: string | undefined, pattern: RegExp): number {
  return Number(text?.match(pattern)?.[1] ?? 0);
}

it('score, explanation and their words agree on how the two stand', () => {
  fc.assert(
    fc.property(arbitraryIssues, saliences, (issues, salience) => {
      const { json, told, table, markdown } = answer(evidenceOf(issues), salience);
      const { coverage, counts, depth } = json;
      if (coverage.joint === 0) return;
      const acted = depth.joint + depth.coordinated;
      const alike = depth.aligned === 0 ? 'none' : `${acted} of ${depth.aligned}`;
      const line = `${alike} on the same side · ${depth.neither} neither · ${depth.apart} apart · ${depth.opposed} opposed`;
      expect(table).toContain(line);
      expect(markdown).toContain(line);

      const [count] = told('counts');
      expect(count?.data).toMatchObject({ n: coverage.joint, same: counts.same });
      expect(count?.data).toMatchObject({ apart: depth.apart, opposed: depth.opposed });
      const { n, same, near, apart, opposed, unsided } = count!.data;
      expect(same + near + apart + opposed + unsided).toBe(n);

      const [aligned] = told('depth');
      expect(aligned?.data.aligned ?? 0).toBe(depth.aligned);
      expect(aligned?.data.coordination ?? null).toBe(depth.coordination);
      expect(numberIn(aligned?.text, /the (?:same side on )?(\d+) issues? (?:on which|,)?/)).toBe(
        acted > 0 ? depth.aligned : 0,
      );
      const shown = aligned?.text.match(/\((\d+) % by weight\)/);
      if (shown) expect(Number(shown[1])).toBe(Math.round((depth.coordination ?? 0) * 100));

      const [neither] = told('neither');
      expect(neither?.data.n ?? 0).toBe(depth.neither);
      expect(numberIn(neither?.text, /^On (\d+) issues? neither took a side/)).toBe(depth.neither);

      const [parts] = told('apart-counts');
      expect(parts?.data.apart ?? 0).toBe(depth.apart);
      expect(parts?.data.n ?? 0).toBe(coverage.joint - depth.aligned - depth.neither);
      for (const side of parts?.data.noSide ?? []) expect(side).toBeLessThanOrEqual(depth.apart);
    }),
    { numRuns: 150 },
  );
});

it('they agree on stakes, and on what the two belong to', () => {
  fc.assert(
    fc.property(arbitraryIssues, saliences, (issues, salience) => {
      const { json, told, table } = answer(evidenceOf(issues), salience);
      const { stakes } = json.depth;
      if (json.coverage.joint === 0) return;
      const [all] = told('stakes');
      expect(all?.data.n ?? 0).toBe(stakes.n);
      for (const { data, text } of told('backing')) {
        const own = data.side === 0 ? stakes.a : stakes.b;
        expect([data.n, data.value]).toEqual([own.higher, own.value]);
        expect(data.how.reduce((sum, { n }) => sum + n, 0)).toBe(own.higher);
        if (own.higher > 1) expect(text).toContain(`is ${own.value?.toFixed(2)}`);
      }
      for (const [{ name }, { higher, value }] of [
        [json.countries[0], stakes.a],
        [json.countries[1], stakes.b],
      ] as const)
        if (stakes.n > 0 && value !== null)
          expect(table).toContain(`${name}’s stakes ${value.toFixed(2)} (${higher})`);

      const { both, a, b, associated } = json.memberships;
      const [belonging] = told('memberships');
      const known = [both, a, b, ...Object.values(associated)].flat() as { title: string }[];
      expect(belonging === undefined).toBe(known.length === 0);
      for (const { title } of known) {
        expect(belonging?.text).toContain(title);
        expect(table).toMatch(new RegExp(`Memberships .*${title}`));
      }
    }),
    { numRuns: 150 },
  );
});

it('on one issue no more is said than the score has', () => {
  const words = {
    opposed: 'They stood on opposite sides.',
    apart: 'Only one of them took a side.',
    neither: 'Neither took a side.',
    parallel: 'They stood on the same side, each on its own.',
    coordinated: 'They stood on the same side and coordinated.',
    joint: 'They stood on the same side and acted as one.',
  };
  fc.assert(
    fc.property(arbitraryIssues, (issues) => {
      const evidence = evidenceOf(issues);
      const { a, b, settings, json } = answer(evidence, 'off');
      for (const { id, depth, scale } of json.issues) {
        const { explanation } = explainIssue(evidence, id, a, b, settings);
        const text = writeIssuePage(explanation!)
          .lines.map((line) => spell(line.text, () => ''))
          .join('\n');
        expect(explanation?.depth).toBe(depth);
        expect(text).toContain(depth === null ? 'on a scale without sides' : words[depth]);
        if (!['vote', 'stance3', 'stance5'].includes(scale))
          expect(text).not.toMatch(/on a scale from|in favour|against|voted|took no side/);
      }
    }),
    { numRuns: 60 },
  );
});

const none = { result: null, reason: 'not asked here' };
const untold = { trend: none, drift: none };

it('the report has the numbers of the score', () => {
  fc.assert(
    fc.property(arbitraryIssues, (issues) => {
      const evidence = evidenceOf(issues);
      const { a, b, settings, json, told } = answer(evidence, 'off');
      if (json.coverage.joint === 0) return;
      const sides = everySide(evidence);
      const report = reportDyad(evidence, a, b, sides, settings, everything);
      const html = renderReportHtml(
        { ...report, overTime: untold, interactionsByYear: null, provenance, chart: 'topics' },
        context,
      );
      const words = html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
      const { depth } = json;
      for (const level of depths) {
        const [title, meaning] = depthTitles[level];
        expect(words).toContain(`${title} ${meaning} ${depth[level]} `);
      }
      expect(words).toMatch(new RegExp(`of ${depth.aligned} issues? on which they stand`));
      for (const { text } of [...told('depth'), ...told('neither')])
        expect(words).toContain(text.slice(0, 30));
    }),
    { numRuns: 8 },
  );
});
