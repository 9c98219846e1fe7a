import type { SumsRequest } from '../../src/events/gather-sums.ts';
import type { EventSums } from '../../src/evidence/event-sums.ts';
import type { GeneratedEvent } from './generated.ts';

const countries: Readonly<Record<string, string>> = { ROM: 'ROU' };
const nobody = ['', 'EUR', 'QQQ'];

/** Sums of generated events, added up one by one: what every engine has to come to. */
export function sumsOfEvents(
  events: readonly GeneratedEvent[],
  { asked, from, to, sides }: SumsRequest,
): Pick<EventSums, 'sums' | 'totals'> {
  const periodOf = (day: string) => day.slice(0, asked.by === 'year' ? 4 : 7);
  const inPeriod = events.filter(
    ({ day }) => (from === undefined || day >= from) && (to === undefined || day <= to),
  );
  const isOf = sides.map((side) => (code: string) => side.includes(code));
  const [one, ...others] = isOf;
  const isAsked = (a: string, b: string) =>
    one === undefined ||
    (others.length === 0
      ? one(a) || one(b)
      : isOf.some((side) => side(a)) && isOf.some((side) => side(b)));
  const sums = new Map<string, EventSums['sums'][number]>();
  const totals = new Map<string, number>();
  for (const { day, actor: written, recipient, code, goldstein } of inPeriod) {
    const period = periodOf(day);
    totals.set(period, (totals.get(period) ?? 0) + 1);
    if (nobody.includes(written) || nobody.includes(recipient)) continue;
    const actor = countries[written] ?? written;
    const target = countries[recipient] ?? recipient;
    if (actor === target || !isAsked(actor, target)) continue;
    const root = asked.roots ? { root: code.slice(0, 2) } : {};
    const key = [period, actor, target, root.root ?? ''].join(' ');
    const weight = Math.round(goldstein * 1000);
    const sum = sums.get(key) ?? {
      actor,
      target,
      period,
      ...root,
      n: 0,
      cooperative: 0,
      conflictual: 0,
      positive: 0,
      negative: 0,
      squares: 0,
    };
    sums.set(key, {
      ...sum,
      n: sum.n + 1,
      cooperative: sum.cooperative + (weight > 0 ? 1 : 0),
      conflictual: sum.conflictual + (weight < 0 ? 1 : 0),
      positive: sum.positive + Math.max(weight, 0),
      negative: sum.negative + Math.max(-weight, 0),
      squares: sum.squares + weight ** 2,
    });
  }
  const inOrder = <T>(map: ReadonlyMap<string, T>) =>
    [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => [key, value] as const);
  return {
    sums: inOrder(sums).map(([, sum]) => sum),
    totals: inOrder(totals).map(([period, n]) => ({ period, n })),
  };
}
