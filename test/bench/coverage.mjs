/**
 * How often the 95 % interval holds the truth, on simulated dyads, beside the percentile bootstrap over issues:
 *
 *   npm run build && node test/bench/coverage.mjs [rounds] [--common .8] [--copies] [--write]
 *
 * Prints a row for each cell of the design and a line for each claim that docs/methods.md makes. --common says
 * how much the issues of a cluster have in common, --copies that they repeat it rather than vary it (see
 * simulated-dyads.mjs): the claims depend on both. --write draws docs/coverage.svg anew.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { findMeasure, intervalOf, spaceEvenly } from '../../dist/index.js';
import { dyadOf, percentileBootstrap, sampler } from './simulated-dyads.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    common: { type: 'string', default: '.8' },
    copies: { type: 'boolean', default: false },
    write: { type: 'boolean' },
  },
});
const rounds = Number(positionals[0] ?? 2000);
const common = Number(options.common);
// The bootstrap takes longer, and there is nothing fine to be seen in it.
const bootstrapRounds = Math.ceil(rounds / 8);
const resamples = 400;

// How often the first country takes each category. To agreement one list of votes is like the other.
const kinds = {
  'yes or no': [0.5, 0.5],
  'more yes': [0.3, 0.7],
  'nearly all yes': [0.1, 0.9],
  ordinal: [0.2, 0.2, 0.2, 0.2, 0.2],
};
const kindsOfAgreement = ['yes or no', 'ordinal'];
const agreements = [0.52, 0.6, 0.7, 0.8, 0.85, 0.9, 0.94, 0.97, 0.985];
const sizes = [5, 10, 20, 50, 100, 177];
const clusterSizes = [1, 3, 5, 10];
const measured = ['agreement', 'kappa', 'pi'].map((id) => ({
  measure: findMeasure(id),
  distance: 'linear',
}));

function bootstrapOf({ measure }, values, issues) {
  const k = values.length;
  const cells = new Float64Array(k * k);
  const table = { strata: [{ scale: '', values, cells }], imputed: { weight: 0, distance: 0 } };
  const valueOf = (places) => {
    cells.fill(0);
    for (const place of places) cells[issues[place].cell]++;
    return measure.compute(table, 'linear').value ?? Number.NaN;
  };
  return percentileBootstrap(issues.length, valueOf, resamples);
}

/** Share of the intervals that hold the truth, of those that there are. */
function coverage(choice, dyad, design, times, intervalFor) {
  const next = sampler(dyad, design);
  const values = spaceEvenly(dyad.k);
  const truth = dyad.truth[choice.measure.id];
  let [held, given] = [0, 0];
  for (let round = 0; round < times; round++) {
    const [low, high] = intervalFor(choice, values, next());
    if (low === null || Number.isNaN(low)) continue;
    given++;
    if (low <= truth + 1e-12 && high >= truth - 1e-12) held++;
  }
  return held / given;
}

function interval(choice, values, issues) {
  const { low, high } = intervalOf({ scales: [{ scale: '', values }], issues }, choice);
  return [low, high];
}

const cells = [];
for (const [kind, margins] of Object.entries(kinds))
  for (const agreement of agreements) {
    const dyad = dyadOf(margins, agreement);
    if (!dyad) continue;
    for (const issues of sizes)
      for (const perCluster of clusterSizes) {
        const design = { issues, perCluster, common, copies: options.copies };
        const clusters = Math.ceil(issues / perCluster);
        for (const choice of measured) {
          const { id } = choice.measure;
          const isMeasured =
            id === 'agreement' ? kindsOfAgreement.includes(kind) : issues >= 20 && clusters >= 10;
          if (!isMeasured) continue;
          cells.push({
            id,
            kind,
            agreement,
            issues,
            perCluster,
            clusters,
            largest: dyad.largest,
            covered: coverage(choice, dyad, design, rounds, interval),
            bootstrap: coverage(choice, dyad, design, bootstrapRounds, bootstrapOf),
          });
        }
      }
  }

const two = (share) => share.toFixed(3).replace(/^0/, '');
console.log('measure    kind           true  issues  a cluster  covered  bootstrap');
for (const { id, kind, agreement, issues, perCluster, covered, bootstrap } of cells)
  console.log(
    `${id.padEnd(10)} ${kind.padEnd(14)} ${two(agreement)} ${String(issues).padStart(6)} ${String(perCluster).padStart(10)} ${two(covered).padStart(8)} ${two(bootstrap).padStart(10)}`,
  );

const least = (list, of = 'covered') => Math.min(...list.map((cell) => cell[of]));
const inBand = (list) =>
  list.filter(({ covered }) => covered >= 0.92 && covered <= 0.99).length / list.length;
const claim = (text, holds, numbers) =>
  console.log(`${holds ? 'holds        ' : 'does not hold'}  ${text}: ${numbers}`);

const ofAgreement = cells.filter(({ id }) => id === 'agreement');
const many = ofAgreement.filter(({ clusters }) => clusters >= 3);
const few = ofAgreement.filter(({ clusters }) => clusters < 3);
console.log(
  `\n${rounds} samples a cell, ${common} in common, ${options.copies ? 'repeated' : 'varied'}`,
);
claim(
  'agreement, three clusters or more, at least .80',
  least(many) >= 0.8,
  `least ${two(least(many))}`,
);
const byKind = kindsOfAgreement.map(
  (kind) => `${kind} ${two(inBand(many.filter((cell) => cell.kind === kind)))}`,
);
claim(
  'agreement, three clusters or more, .92 to .99 in nine of ten cells',
  inBand(many) >= 0.9,
  `${two(inBand(many))} (${byKind.join(', ')})`,
);
claim(
  'agreement, one or two clusters, never below .90',
  least(few) >= 0.9,
  `least ${two(least(few))}`,
);
for (const id of ['kappa', 'pi']) {
  const range = (own) =>
    `${two(least(own))} to ${two(Math.max(...own.map(({ covered }) => covered)))}, ${two(inBand(own))} of cells within`;
  const own = cells.filter((cell) => cell.id === id);
  const varied = own.filter(({ largest }) => largest <= 0.8);
  claim(
    `${id}, 20 issues and 10 clusters or more, no category over 80 %, .92 to .99`,
    inBand(varied) === 1,
    range(varied),
  );
  const uniform = own.filter(({ largest, issues }) => largest > 0.8 && issues < 50);
  console.log(`               ${id}, 20 issues, one category at 90 %: ${range(uniform)}`);
}

const sorted = (list, of) => list.map((cell) => cell[of]).sort((x, y) => x - y);
const summary = clusterSizes.flatMap((perCluster) =>
  sizes.flatMap((issues) =>
    ['covered', 'bootstrap'].map((method) => {
      const shares = sorted(
        ofAgreement.filter((cell) => cell.perCluster === perCluster && cell.issues === issues),
        method,
      );
      const median = shares[shares.length >> 1];
      return { method, issues, perCluster, least: shares[0], median, most: shares.at(-1) };
    }),
  ),
);
console.log(
  '\nLeast and median coverage over all kinds and true agreements, interval then bootstrap:',
);
console.log(`issues   ${clusterSizes.map((size) => `clusters of ${size}`.padEnd(22)).join('')}`);
for (const issues of sizes) {
  const row = summary.filter((each) => each.issues === issues);
  const shares = row.map(({ least: low, median }) => `${low.toFixed(2)} ${median.toFixed(2)}`);
  console.log(`${String(issues).padEnd(9)}${shares.map((text) => text.padEnd(11)).join('')}`);
}

/** One panel a size of clusters: median coverage as a line, least to most as a band. */
function draw() {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const [ink, muted, grid, paper] = ['#1c1b1a', '#625d56', '#dbd6cd', '#fdfcfa'];
  const methods = [
    { method: 'covered', color: '#0f6b62', name: 'this interval', y: 0.82 },
    { method: 'bootstrap', color: '#a8490a', name: 'percentile bootstrap', y: 0.72 },
  ];
  const place = { x: 'issues', fx: 'perCluster' };
  const [width, height] = [760, 300];
  const svg = Plot.plot({
    document,
    width,
    height,
    marginLeft: 38,
    marginTop: 30,
    marginBottom: 44,
    x: { type: 'point', label: 'joint issues', labelArrow: 'none' },
    y: { domain: [0, 1], label: null },
    fx: { label: null, axis: null },
    marks: [
      Plot.axisFx({
        label: null,
        fontSize: 12,
        fill: ink,
        tickFormat: (size) => (size === 1 ? 'texts come once' : `texts come ${size} times`),
      }),
      Plot.axisX({ tickSize: 0, fontSize: 11 }),
      Plot.axisY([0, 0.25, 0.5, 0.75, 0.95], {
        tickSize: 0,
        fontSize: 11,
        tickFormat: (share) => share.toFixed(2),
      }),
      Plot.gridY([0, 0.25, 0.5, 0.75], { stroke: grid, strokeOpacity: 1 }),
      Plot.ruleY([0.95], { stroke: ink, strokeDasharray: '4 4' }),
      ...methods.flatMap(({ method, color, name, y }) => {
        const own = summary.filter((each) => each.method === method);
        return [
          Plot.areaY(own, { ...place, y1: 'least', y2: 'most', fill: color, fillOpacity: 0.16 }),
          Plot.line(own, { ...place, y: 'median', stroke: color, strokeWidth: 2.25 }),
          Plot.dot(own, { ...place, y: 'median', fill: color, r: 3 }),
          Plot.text([{ perCluster: 10, issues: 177, y }], {
            ...place,
            y: 'y',
            text: [name],
            fill: color,
            textAnchor: 'end',
            fontSize: 12,
            fontWeight: 600,
            dx: 6,
          }),
        ];
      }),
    ],
  });
  for (const style of svg.querySelectorAll('style')) style.remove();
  for (const name of ['style', 'class']) svg.removeAttribute(name);
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  svg.setAttribute('fill', muted);
  const ground = `<rect width="${width}" height="${height}" fill="${paper}"/>`;
  return `${svg.outerHTML.replace('>', `>${ground}`)}\n`;
}

if (options.write)
  writeFileSync(fileURLToPath(new URL('../../docs/coverage.svg', import.meta.url)), draw());
