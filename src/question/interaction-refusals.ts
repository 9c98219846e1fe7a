import { noEvidence, UserError } from '../errors.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Side } from '../evidence/side.ts';

/** @throws UserError (usage) if one side is named where its cooperation with others is asked for */
export function refuseNoOther(sides: readonly Side[]): void {
  if (sides.length !== 1) return;
  throw new UserError('cooperation is between two sides', {
    hint: `name another one; align interactions ${sides[0]?.code ?? ''} has its interactions with all others`,
  });
}

/** @throws UserError (no evidence) if two sides, or one and all others, have no interaction */
export function refuseNoInteraction(
  {
    evidence,
    sides,
  }: {
    readonly evidence: Pick<Evidence, 'interactions' | 'eventSums'>;
    readonly sides: readonly Pick<Side, 'name'>[];
  },
  n: number,
): void {
  if (n > 0) return;
  const [a = '', b] = sides.map(({ name }) => name);
  const { length: listed } = evidence.interactions;
  const summed = evidence.eventSums.flatMap(({ totals }) => totals);
  const others = summed.reduce((sum, total) => sum + total.n, listed);
  throw new UserError(
    b === undefined
      ? `${a} has no interactions in this selection`
      : `${a} and ${b} have no interactions with each other in this selection`,
    {
      hint:
        others === 0
          ? 'it has none at all; align list catalogs says which catalogs have interactions'
          : `it has ${others} ${others === 1 ? 'interaction' : 'interactions'} of others; widen it${listed > 0 ? ', or see align list interactions' : ''}`,
      exitCode: noEvidence,
    },
  );
}

/** Ends a question on the interactions of several sides of which no two have one. @throws UserError (no evidence) */
export function refuseNoCooperation(): never {
  throw new UserError('no two of these countries have an interaction in this selection', {
    hint: 'widen it; align list catalogs says which catalogs have interactions',
    exitCode: noEvidence,
  });
}
