const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** A bar of up to `width` columns for a value in [0, 1], to an eighth of a column. */
export function bar(value: number, width: number): string {
  const steps = Math.round(Math.min(1, Math.max(0, value)) * width * 8);
  return '█'.repeat(Math.floor(steps / 8)) + (eighths[steps % 8] ?? '');
}

/** A point on a scale with its interval: `    ──●──   `, exactly `width` columns. */
export function pointOnScale(
  value: number,
  low: number | null,
  high: number | null,
  range: readonly [number, number],
  width: number,
): string {
  const column = (x: number) => {
    const share = (x - range[0]) / (range[1] - range[0]);
    return Math.min(width - 1, Math.max(0, Math.round(share * (width - 1))));
  };
  const cells = Array.from({ length: width }, () => ' ');
  if (low !== null && high !== null)
    for (let c = column(low); c <= column(high); c++) cells[c] = '─';
  cells[column(value)] = '●';
  return cells.join('');
}

/** `0 ──── ½ ──── 1`, or from −1 for measures that reach below 0, or from −10 to +10. */
export function ruler([lowest, highest]: readonly [number, number], width: number): string {
  const [low, middle] = lowest === 0 ? ['0', '½'] : [`−${-lowest}`, '0'];
  const high = lowest === 0 || highest === 1 ? '1' : `+${highest}`;
  const rest = width - low.length - middle.length - high.length - 4;
  const before = Math.ceil(rest / 2);
  return `${low} ${'─'.repeat(before)} ${middle} ${'─'.repeat(rest - before)} ${high}`;
}
