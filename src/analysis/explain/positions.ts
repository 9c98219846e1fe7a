import { isSame, scaleSidesOf } from '../../evidence/dyad.ts';
import { isConcerted, isSharedVeto, type Relation, relationOf } from '../depth.ts';
import { findDisagreements } from '../disagreements.ts';
import {
  type Basis,
  commonSources,
  fact,
  idsOf,
  mention,
  mentionCommonest,
  mentioned,
} from './basis.ts';
import type { Fact, Mention, SideIndex, Sides } from './explanation.ts';
import { countTopics, topicFact } from './topics.ts';
import { countWords, higherStake, type TellingIssue } from './mentions.ts';

const mostTopics = 4;
const mostFarTopics = 3;
const mostRecurring = 3;
const mostNamed = 3;
const mostTogether = 2;
const mostParallel = 4;
const mostPartings = 4;

const standing =
  (...relations: readonly Relation[]) =>
  ({ depth }: TellingIssue) =>
    relations.includes(relationOf(depth));
const isAlike = standing('aligned');
const isParting = standing('opposed', 'apart', 'unsided');
const relations: readonly Relation[] = ['aligned', 'neither', 'apart', 'opposed', 'unsided'];

/** Drafts that both voted down together. */
function jointVetoes({ evidence, dyad, issues }: Basis): readonly TellingIssue[] {
  return issues.filter(
    ({ joint, depth }) => depth === 'joint' && isSharedVeto(evidence, dyad, joint.selected),
  );
}

function vetoFacts(basis: Basis): readonly Fact[] {
  const { evidence } = basis;
  const vetoes = jointVetoes(basis);
  if (vetoes.length < 2) return [];
  const labels = vetoes.map(({ joint }) => joint.selected.issue.dateLabel).sort();
  const topics = countWords(vetoes.map(({ joint }) => joint.selected.issue.topics[0] ?? '')).map(
    ([topic, n]) => ({ title: evidence.topics[topic] ?? topic, n }),
  );
  return [
    fact(
      'vetoes',
      { n: vetoes.length, dates: [labels[0] ?? '', labels.at(-1) ?? ''], topics },
      { issues: idsOf(vetoes), sources: commonSources(vetoes) },
    ),
  ];
}

function stakeGap({ salience: [a, b] }: TellingIssue): number {
  return a === undefined || b === undefined ? 0 : Math.abs(a - b);
}

/** Issues named one by one for how the two acted on them: together, or each alone by the record. */
function namedByDepth(basis: Basis) {
  const { issues } = basis;
  const vetoes = jointVetoes(basis);
  const acted = issues.filter(
    (issue) =>
      isConcerted(issue.depth) &&
      !(vetoes.length > 1 && vetoes.includes(issue)) &&
      issue.recorded?.note !== undefined,
  );
  // Where only one has a stake, to stand alike and yet not to act together says most.
  const parallel = issues
    .filter(({ depth, recorded }) => depth === 'parallel' && recorded?.note !== undefined)
    .toSorted((x, y) => stakeGap(y) - stakeGap(x));
  return {
    together: mention(basis, acted, mostTogether),
    parallel: mention(basis, parallel, mostParallel),
  };
}

/** What brings the two together: topics, votes that recur, and crises. */
export function togetherFacts(basis: Basis): readonly Fact[] {
  const { issues } = basis;
  const close = countTopics(basis).filter(({ same, n }) => same * 2 > n);
  const ballots = issues.filter(({ ballot, joint }) => ballot && isSame(joint));
  const recurring = mentionCommonest(basis, ballots, mostRecurring);
  const named = namedByDepth(basis);
  const said = new Set([...named.together, ...named.parallel].flatMap((one) => one.issues));
  const stances = issues.filter((issue) => !issue.ballot && isAlike(issue));
  const others = mention(
    basis,
    stances.filter(({ id }) => !said.has(id)),
    mostNamed,
  );
  return [
    ...topicFact('close-topics', close.slice(0, mostTopics)),
    ...(recurring.length > 0
      ? [fact('recurring-alike', { mentions: recurring }, mentioned(recurring))]
      : []),
    ...(others.length > 0
      ? [fact('stances-alike', { n: stances.length, mentions: others }, mentioned(others))]
      : []),
  ];
}

/** Whether they acted together or merely in parallel, with what is recorded of it. */
export function depthFacts(basis: Basis): readonly Fact[] {
  const { issues, score } = basis;
  const { aligned, joint, coordinated, parallel, coordination, liabilityGap } = score.depth;
  const alike = issues.filter(isAlike);
  const neither = issues.filter(standing('neither'));
  const silent =
    neither.length === 0
      ? []
      : [
          fact(
            'neither',
            {
              n: neither.length,
              votes: neither.filter(({ ballot, joint: one }) => ballot && isSame(one)).length,
            },
            { issues: idsOf(neither), sources: commonSources(neither) },
          ),
        ];
  if (alike.length === 0) return silent;
  const on = { issues: idsOf(alike), sources: commonSources(alike) };
  const named = namedByDepth(basis);
  const { value: divergence } = score.divergence;
  const single = (kind: 'together' | 'parallel', mentions: readonly Mention[]) =>
    mentions.map((one) =>
      fact(kind, { mention: one }, mentioned([one]), `${kind}:${one.issues[0] ?? ''}`),
    );
  return [
    fact('depth', { aligned, joint, coordinated, parallel, coordination }, on),
    ...silent,
    ...(liabilityGap === null || divergence === null || score.verdict.band === 'thin-evidence'
      ? []
      : [
          fact(
            'liability',
            {
              agreement: 1 - divergence,
              credited: 1 - divergence - liabilityGap,
              gap: liabilityGap,
            },
            on,
          ),
        ]),
    ...vetoFacts(basis),
    ...single('together', named.together),
    ...single('parallel', named.parallel),
  ];
}

/** Where the two part, and how: opposed, or only one of them taking a stand. */
export function apartFacts(basis: Basis): readonly Fact[] {
  const { evidence, issues, score } = basis;
  const place = new Map(
    findDisagreements(score.issues)
      .flatMap((disagreement) => disagreement.issues)
      .map(({ id }, i) => [id, i]),
  );
  const partings = issues.filter(isParting).toSorted((x, y) => place.get(x.id)! - place.get(y.id)!);
  if (partings.length === 0) return [];
  const apart = partings.filter(standing('apart'));
  const sideless = (side: SideIndex) =>
    apart.filter(({ joint }) => scaleSidesOf(evidence, joint)?.[side] === 0).length;
  const far = countTopics(basis).filter(({ same, n }) => same * 2 <= n);
  const stances = mention(
    basis,
    partings.filter(({ ballot }) => !ballot),
    mostPartings,
  );
  const votes = partings.filter(({ ballot }) => ballot);
  const named = mention(basis, votes, mostNamed);
  return [
    fact(
      'apart-counts',
      {
        n: partings.length,
        opposed: score.depth.opposed,
        apart: score.depth.apart,
        noSide: [sideless(0), sideless(1)],
        unsided: partings.filter(standing('unsided')).length,
      },
      { issues: idsOf(partings), sources: commonSources(partings) },
    ),
    ...stances.map((one) =>
      fact('apart-stance', { mention: one }, mentioned([one]), `apart:${one.issues[0] ?? ''}`),
    ),
    ...(named.length > 0
      ? [fact('apart-votes', { n: votes.length, mentions: named }, mentioned(named))]
      : []),
    ...topicFact('far-topics', far.toReversed().slice(0, mostFarTopics)),
  ];
}

/** Whose stake the issues were, and whether the other stood by. */
export function stakeFacts(basis: Basis): readonly Fact[] {
  const { stakes } = basis.score.depth;
  if (stakes.n === 0) return [];
  const coded = basis.issues.filter(({ salience }) => !salience.includes(undefined));
  const backing = (side: SideIndex): readonly Fact[] => {
    const own = coded.filter((issue) => higherStake(issue) === side);
    if (own.length === 0) return [];
    const how = relations.flatMap((stood) => {
      const some = own.filter(standing(stood));
      const mentions = mention(basis, some, mostNamed);
      return some.length === 0 ? [] : [{ stood, n: some.length, mentions }];
    });
    const { value } = side === 0 ? stakes.a : stakes.b;
    return [
      fact(
        'backing',
        { side, n: own.length, value, how },
        {
          issues: idsOf(own),
          sources: mentioned(how.flatMap(({ mentions }) => mentions)).sources,
        },
        `backing:${(side === 0 ? basis.dyad.a : basis.dyad.b).code}`,
      ),
    ];
  };
  const higher: Sides<number> = [stakes.a.higher, stakes.b.higher];
  return [
    fact(
      'stakes',
      { n: stakes.n, higher, equal: stakes.n - higher[0] - higher[1] },
      { issues: idsOf(coded), sources: commonSources(coded) },
    ),
    ...backing(0),
    ...backing(1),
  ];
}
