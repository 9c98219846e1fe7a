/** Numbers in [0, 1), the same for the same start. */
export function uniforms(start: number): () => number;

interface SimulatedDyad {
  readonly k: number;
  readonly largest: number;
  readonly truth: Readonly<Record<'agreement' | 'kappa' | 'pi', number>>;
}

interface Design {
  readonly issues: number;
  readonly perCluster: number;
  readonly common: number;
  readonly copies?: boolean;
}

interface SimulatedIssue {
  readonly weight: number;
  readonly cluster: number;
  readonly stratum: number;
  readonly cell: number;
}

export function dyadOf(margins: readonly number[], agreement: number): SimulatedDyad | null;

export function sampler(
  dyad: SimulatedDyad,
  design: Design,
  start?: number,
): () => SimulatedIssue[];
