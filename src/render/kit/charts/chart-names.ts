/** Charts that can be had as files of their own. */
export const chartNames = [
  'topics',
  'positions',
  'interactions',
  'trend',
  'drift',
  'matrix',
] as const;

export type ChartName = (typeof chartNames)[number];
