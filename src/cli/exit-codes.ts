import { noEvidence, unusableInput } from '../errors.ts';

/** Exit codes of the process, as documented in the README. */
export const exitCodes = {
  answered: 0,
  /** A check failed, or validation found errors. */
  failed: 1,
  /** Unknown option, country, topic or measure. */
  usage: 2,
  /** Catalog, data file or policy missing, unreadable or invalid; output not writable. */
  input: unusableInput,
  /** No joint evidence for the question asked. */
  noEvidence,
  bug: 70,
} as const;
