/** Options that there were once, and what to do instead. */
const retired: Readonly<Record<string, string>> = {
  '--seed': 'nothing is drawn at random any more: leave it out',
  '--resample': 'intervals rest on clusters of issues: --cluster series, issue or topic',
  '--interactions': '--full lists every interaction; align interactions adds them up',
};

/** What to write in place of a parser's message on an option that no longer exists; else the message. */
export function explainRetired(message: string): string {
  const [, option = ''] = /unknown option '(--[a-z-]+)/.exec(message) ?? [];
  const instead = Object.hasOwn(retired, option) ? retired[option] : undefined;
  return instead === undefined ? message : `align: there is no ${option} any more\n  ${instead}\n`;
}
