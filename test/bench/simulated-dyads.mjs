/**
 * Dyads whose true agreement is known, for measuring how often an interval holds it. All numbers come from
 * a small generator that starts where it is told to: every run is the same.
 */

/** mulberry32: numbers in [0, 1). */
export function uniforms(start) {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Normal distribution function (Abramowitz & Stegun 26.2.17). */
function normal(x) {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const tail =
    Math.exp((-x * x) / 2) *
    0.3989422804 *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return x > 0 ? 1 - tail : tail;
}

const sum = (values) => values.reduce((total, value) => total + value, 0);

const cumulate = (shares) => shares.map((_, i) => sum(shares.slice(0, i + 1)));

function placeOf(cumulated, at) {
  const place = cumulated.findIndex((upTo) => at < upTo);
  return place < 0 ? cumulated.length - 1 : place;
}

const apart = (i, j, k) => Math.abs(i - j) / (k - 1);

/**
 * A first country that takes the k categories as often as `margins` says, and a second one that is the less often
 * in a category, by a constant factor a step, the further it is from the first. `null` if two such countries
 * cannot agree so little.
 */
export function dyadOf(margins, agreement) {
  const k = margins.length;
  const given = (factor) =>
    margins.map((_, i) => {
      const odds = margins.map((__, j) => factor ** Math.abs(i - j));
      return odds.map((each) => each / sum(odds));
    });
  const divergence = (rows) =>
    sum(margins.map((share, i) => share * sum(rows[i].map((each, j) => each * apart(i, j, k)))));
  let [least, most] = [0, 50];
  if (divergence(given(most)) < 1 - agreement) return null;
  for (let step = 0; step < 60; step++) {
    const middle = (least + most) / 2;
    if (divergence(given(middle)) < 1 - agreement) least = middle;
    else most = middle;
  }
  const rows = given(least);
  const others = margins.map((_, j) => sum(margins.map((share, i) => share * rows[i][j])));
  const chance = (x, y) => sum(x.flatMap((p, i) => y.map((q, j) => p * q * apart(i, j, k))));
  const pooled = margins.map((share, j) => (share + others[j]) / 2);
  return {
    k,
    margins,
    rows,
    /** The largest share of a category on either side. */
    largest: Math.max(...margins, ...others),
    truth: {
      agreement,
      kappa: 1 - (1 - agreement) / chance(margins, others),
      pi: 1 - (1 - agreement) / chance(pooled, pooled),
    },
  };
}

/**
 * Draws the joint issues of a dyad. What the issues of a cluster have in common can be told in two ways, which
 * are not alike. By default a normal variable each stands behind the first country's position and behind the
 * distance of the second, and the cluster has the share `common` of its variance: the correlation of two issues.
 * With `copies`, an issue repeats the pair of positions of its cluster with the chance `common`, and is drawn
 * afresh otherwise.
 *
 * @returns a function that gives one more sample each time
 */
export function sampler({ k, margins, rows }, { issues, perCluster, common, copies }, start = 1) {
  const uniform = uniforms(start);
  const gauss = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const [shared, own] = [Math.sqrt(common), Math.sqrt(1 - common)];
  const first = cumulate(margins);
  const nearest = rows.map((_, i) =>
    margins.map((__, j) => j).sort((x, y) => apart(i, x, k) - apart(i, y, k) || x - y),
  );
  const second = rows.map((row, i) => cumulate(nearest[i].map((j) => row[j])));
  const cellAt = (x, y) => {
    const i = placeOf(first, normal(x));
    return i * k + nearest[i][placeOf(second[i], normal(y))];
  };
  const mixed = (each) => shared * each + own * gauss();
  return () => {
    let cluster = [0, 0];
    return Array.from({ length: issues }, (_, issue) => {
      if (issue % perCluster === 0) cluster = [gauss(), gauss()];
      const [x, y] = copies
        ? uniform() < common
          ? cluster
          : [gauss(), gauss()]
        : cluster.map(mixed);
      return { weight: 1, cluster: Math.floor(issue / perCluster), stratum: 0, cell: cellAt(x, y) };
    });
  };
}

/**
 * Percentile bootstrap over issues, as it is usually done, for comparison.
 *
 * @param size of a sample
 * @param valueOf the coefficient of the issues at some places; NaN where it is undefined
 */
export function percentileBootstrap(size, valueOf, resamples, start = 1) {
  const uniform = uniforms(start);
  const places = new Uint16Array(size);
  const values = [];
  for (let resample = 0; resample < resamples; resample++) {
    for (let i = 0; i < size; i++) places[i] = uniform() * size;
    const value = valueOf(places);
    if (!Number.isNaN(value)) values.push(value);
  }
  values.sort((x, y) => x - y);
  const quantile = (share) => {
    const at = (values.length - 1) * share;
    const below = Math.floor(at);
    return values[below] + (at - below) * (values[Math.ceil(at)] - values[below]);
  };
  return [quantile(0.025), quantile(0.975)];
}
