import type { DateSpan } from '../catalog/model.ts';
import { UserError } from '../errors.ts';
import type { GlobalOptions, MeasureOptions, OutputOptions, SelectionOptions } from './options.ts';

/** Options of `align drift`: of two countries, or of who moved. */
export type DriftOptions = Omit<SelectionOptions, 'from' | 'to'> &
  MeasureOptions &
  OutputOptions &
  GlobalOptions & {
    readonly before?: DateSpan;
    readonly after?: DateSpan;
    readonly for?: string;
    readonly minEffect?: number;
    readonly quietIfNone?: boolean;
  };

/** @throws UserError (usage) unless there are two periods, one after the other */
export function periodsOf({ before, after }: DriftOptions): readonly [DateSpan, DateSpan] {
  if (!before || !after)
    throw new UserError('a drift is from one period to another: name both', {
      hint: 'such as --before 2016..2020 --after 2021..2025',
    });
  if (before.to >= after.from)
    throw new UserError('the periods overlap, or the later one stands before', {
      hint: '--before ends before --after begins',
    });
  return [before, after];
}

/** @throws UserError (usage) for one country, and for options on who moved */
export function refuseForDyad([, second]: readonly string[], options: DriftOptions): void {
  if (second === undefined)
    throw new UserError('a drift is of two countries', {
      hint: 'name another, or see who moved with it: --for, without countries',
    });
  if (options.for !== undefined || options.minEffect !== undefined || options.quietIfNone)
    throw new UserError('--for, --min-effect and --quiet-if-none are for who moved', {
      hint: 'leave them out, or name no countries',
    });
}

/** Options that say what is measured: movers are told by one thing only. */
const refused = {
  measure: '--measure',
  convention: '--convention',
  weights: '--weights',
  salience: '--salience',
  weighBy: '--weigh-by',
  cluster: '--cluster',
} as const;

/** @throws UserError (usage) for options that would change nothing; what a project says of other commands is passed over */
export function refuseMeasures({ inForce }: DriftOptions): void {
  for (const [word, flag] of Object.entries(refused))
    if (inForce.isGiven(word))
      throw new UserError(`who moved does not hang on ${flag}`, {
        hint: 'it is told by the agreement on the texts that return, of which each counts once; leave it out, or name two countries',
      });
}
